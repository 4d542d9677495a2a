import type { Address } from 'viem'
import { FatalError, RetryableError } from '../errors.ts'

/** An external signer does not answer. */
export class SignerUnreachableError extends RetryableError {
  constructor({ url, cause }: { url: string; cause?: unknown }) {
    super(`The signer at ${url} does not answer.`, { cause, advice: 'Start it, or give its right URL.' })
  }
}

/** An external signer answers, and does not sign. */
export class SignerRefusedError extends FatalError {
  constructor({ url, address, reason, cause }: { url: string; address: Address; reason: string; cause?: unknown }) {
    const advice = 'Unlock the key there, or change its rules; nothing was sent.'
    super(`The signer at ${url} does not sign for ${address}: ${reason}`, { cause, advice })
  }
}

/** An external signer signed something else than it was asked to, or with another key. */
export class SignerMismatchError extends FatalError {
  constructor({ url, field }: { url: string; field: string }) {
    const advice = 'Do not use this signer before you know why; nothing was sent.'
    super(`The signer at ${url} signed a transaction with another ${field} than it was asked to.`, { advice })
  }
}
