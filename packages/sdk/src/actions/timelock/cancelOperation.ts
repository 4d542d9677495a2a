import type { Account, Address, Chain, Client, Hash, Hex, Transport } from 'viem'
import { bulwarkTimelockAbi } from '../../abis/bulwarkTimelockAbi.ts'
import {
  type PreparedCall,
  prepare,
  type SimulateErrorType,
  type SimulateOptions,
  type SimulateReturnType,
  simulate,
  type WriteErrorType,
  type WriteOptions,
  write,
} from '../../internal/write.ts'

/** What {@link prepareCancelOperation} takes. */
export type PrepareCancelOperationParameters = {
  /** The address of `BulwarkTimelock`. */
  timelock: Address
  /** Its id. */
  operation: Hex
}

/** What {@link cancelOperation} takes. */
export type CancelOperationParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCancelOperationParameters

/** The hash of the transaction. */
export type CancelOperationReturnType = Hash

/** What {@link cancelOperation} can fail with. */
export type CancelOperationErrorType = WriteErrorType

/** What {@link simulateCancelOperation} takes. */
export type SimulateCancelOperationParameters = SimulateOptions & PrepareCancelOperationParameters

/** What {@link simulateCancelOperation} returns. */
export type SimulateCancelOperationReturnType = SimulateReturnType<undefined>

/** What {@link simulateCancelOperation} can fail with. */
export type SimulateCancelOperationErrorType = SimulateErrorType

/** What {@link prepareCancelOperation} returns. */
export type PrepareCancelOperationReturnType = PreparedCall

/**
 * Cancels a decision that waits. Before the launch the council may, afterwards the governor.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessControlUnauthorizedAccountError} if the caller may not.
 * @example
 * const hash = await cancelOperation(wallet, { timelock, operation: dataHash })
 */
export async function cancelOperation<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CancelOperationParameters<chain, account>,
): Promise<CancelOperationReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link cancelOperation} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessControlUnauthorizedAccountError} if the caller may not.
 * @example
 * const { request } = await simulateCancelOperation(client, { timelock, operation: dataHash })
 */
export async function simulateCancelOperation<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCancelOperationParameters,
): Promise<SimulateCancelOperationReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link cancelOperation} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareCancelOperation({ timelock, operation: dataHash })
 */
export function prepareCancelOperation(parameters: PrepareCancelOperationParameters): PrepareCancelOperationReturnType {
  return prepare(toCall(parameters))
}

function toCall({ timelock, operation }: PrepareCancelOperationParameters) {
  return { abi: bulwarkTimelockAbi, address: timelock, functionName: 'cancel', args: [operation] } as const
}
