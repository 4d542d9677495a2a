import { BulwarkError, ContractError, toBulwarkError } from '@bulwark/sdk'
import { ServiceError } from '@bulwark/service'
import { BaseError, ContractFunctionRevertedError, ExecutionRevertedError } from 'viem'
import { CliError } from '../errors.ts'
import { exitCodes } from '../exitCodes.ts'
import { type DescribedError, describeCliError } from './describeCliError.ts'

/** What viem calls the errors of a node that cannot be reached, or does not answer as it should. */
const networkErrors: readonly string[] = [
  ...['HttpRequestError', 'TimeoutError', 'RpcRequestError', 'InternalRpcError', 'LimitExceededRpcError'],
  ...['ResourceUnavailableRpcError', 'UnknownRpcError', 'SocketClosedError', 'WebSocketRequestError'],
]

/** What the system calls a service that cannot be reached. */
const unreachable: readonly string[] = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'EPIPE']

/**
 * Says of any failure what it is, what to do, and what the program ends with.
 *
 * @example
 * const { exitCode, message } = describeError(error)
 */
export function describeError(thrown: unknown): DescribedError {
  const error = toBulwarkError(thrown)
  if (error instanceof CliError) return describeCliError(error)
  if (error instanceof ContractError) {
    const details = { reason: error.name.replace(/Error$/, ''), args: error.args }
    return { ...told(error), exitCode: exitCodes.reverted, code: 'reverted', details }
  }
  if (error instanceof BulwarkError) {
    return { ...told(error), exitCode: exitCodes.error, code: 'error', details: {} }
  }
  if (error instanceof ServiceError) {
    const { name, message, advice, policy } = error
    const [exitCode, code] =
      policy === 'retry' ? ([exitCodes.network, 'network'] as const) : ([exitCodes.error, 'error'] as const)
    // Its message ends with the advice.
    const short = advice === undefined ? message : message.replace(` ${advice}`, '')
    return { exitCode, code, name, message: short, advice, details: {} }
  }
  if (error instanceof BaseError) return describeViem(error)
  const { name = 'Error', message = String(error) } = (error ?? {}) as Error
  const system = (error as NodeJS.ErrnoException)?.code
  if (unreachable.includes(system ?? '')) {
    // An error of several addresses has its sentences within.
    const text =
      message || ((error as unknown as AggregateError).errors?.[0] as Error | undefined)?.message || 'no answer'
    const advice = 'Is it up, and is its URL right?'
    return { exitCode: exitCodes.network, code: 'network', name, message: text, advice, details: {} }
  }
  return { exitCode: exitCodes.error, code: system ?? 'error', name, message, advice: undefined, details: {} }
}

function told({ name, shortMessage, advice }: BulwarkError) {
  return { name, message: shortMessage, advice }
}

function describeViem(error: BaseError): DescribedError {
  const { name, shortMessage: message } = error
  const reverted = error.walk(
    (cause) => cause instanceof ContractFunctionRevertedError || cause instanceof ExecutionRevertedError,
  )
  if (reverted instanceof ContractFunctionRevertedError || reverted instanceof ExecutionRevertedError) {
    const reason =
      reverted instanceof ContractFunctionRevertedError ? (reverted.reason ?? reverted.signature) : undefined
    const advice = 'Nothing was changed and no money moved.'
    const details = { reason: reason ?? reverted.shortMessage }
    return { exitCode: exitCodes.reverted, code: 'reverted', name, message, advice, details }
  }
  const network = error.walk((cause) => networkErrors.includes((cause as Error).name)) as BaseError | null
  if (network !== null && networkErrors.includes(network.name)) {
    const advice = 'Is the node up, and is --rpc its URL? `bulwark up` starts a local one.'
    const text = network.details ? `${network.shortMessage} ${network.details}` : network.shortMessage
    return { exitCode: exitCodes.network, code: 'network', name: network.name, message: text, advice, details: {} }
  }
  return { exitCode: exitCodes.error, code: 'error', name, message, advice: undefined, details: {} }
}
