import { FatalError } from '@bulwark/service'
import { BaseError } from 'viem'

/** Does an error not pass by itself? What the keeper does not know passes: it must not stop while claims wait. */
export function isFatal(error: unknown): boolean {
  if (error instanceof FatalError) return true
  return error instanceof BaseError && ['WrongChainError', 'CodeMismatchError'].includes(error.name)
}
