import { BaseError, decodeErrorResult, type Hex, isHex } from 'viem'
import { errorsAbi } from '../abis/errorsAbi.ts'
import { widen } from '../internal/wide.ts'
import { BulwarkError, type ContractError, type ContractErrorOptions } from './base.ts'
import { contractErrors } from './contractErrors.ts'

/**
 * Turns an error of viem that holds a revert of Bulwark's contracts into the class for it. Every action does it by
 * itself; this is for calls that were made with viem or wagmi alone.
 *
 * @param error whatever was thrown.
 * @returns the class for the custom error, or `error` as it came if it holds none.
 * @example
 * const error = await client.call({ to: pool, data: '0x' }).catch(toBulwarkError)
 */
export function toBulwarkError<error>(error: error): error | ContractError {
  if (error instanceof BulwarkError || !(error instanceof BaseError)) return error
  const data = revertDataOf(error)
  return (data && decodeBulwarkError(data, error)) ?? error
}

/**
 * Decodes the data that a call reverted with.
 *
 * @param data what the contract returned.
 * @param cause the error that brought it.
 * @returns the class for the custom error; undefined if it is none of Bulwark's.
 * @example
 * decodeBulwarkError('0x1f2a2005')?.name // 'ZeroAmountError'
 */
export function decodeBulwarkError(data: Hex, cause?: Error): ContractError | undefined {
  const error = decode(data)
  if (!error || !(error.errorName in contractErrors)) return undefined
  const { errorName, args = [], abiItem } = error
  const named = abiItem.inputs.map((input, i) => [input.name, widen(args[i], input)])
  const Class = contractErrors[errorName as keyof typeof contractErrors] as unknown as new (
    options: ContractErrorOptions<never>,
  ) => ContractError
  return new Class({ args: Object.fromEntries(named) as never, cause })
}

function decode(data: Hex) {
  try {
    return decodeErrorResult({ abi: errorsAbi, data })
  } catch {
    return undefined
  }
}

/** The data is at the error that viem made of the node's answer, which is somewhere below. */
function revertDataOf(error: BaseError): Hex | undefined {
  let data: Hex | undefined
  error.walk((cause) => {
    const { raw, data: direct } = cause as { raw?: unknown; data?: unknown }
    const nested = typeof direct === 'object' && direct !== null ? (direct as { data?: unknown }).data : direct
    data = [raw, nested].find((candidate): candidate is Hex => isHex(candidate) && candidate.length >= 10)
    return data !== undefined
  })
  return data
}
