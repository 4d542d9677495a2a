import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { bulwarkTimelockAbi } from '../../abis/bulwarkTimelockAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { type OperationState, operationStates } from '../../types/governance.ts'

/** What {@link getOperation} takes. */
export type GetOperationParameters = ReadOptions & {
  /** The address of `BulwarkTimelock`. */
  timelock: Address
  /** Its id. */
  operation: Hex
}

/** What {@link getOperation} returns. */
export type GetOperationReturnType = {
  state: OperationState
  /** Unix seconds from which it can be executed; 0: unknown, 1: done. */
  timestamp: bigint
}

/** What {@link getOperation} can fail with. */
export type GetOperationErrorType = ReadErrorType

/**
 * Reads where a decision stands in the timelock.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns its state, and when it is due.
 * @example
 * await getOperation(client, { timelock, operation: dataHash })
 */
export async function getOperation<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetOperationParameters,
): Promise<GetOperationReturnType> {
  const { timelock, operation } = parameters
  const call = { abi: bulwarkTimelockAbi, address: timelock, args: [operation] } as const
  const [code, timestamp] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'getOperationState' }),
    read(client, parameters, { ...call, functionName: 'getTimestamp' }),
  ])
  return { state: operationStates[code] as OperationState, timestamp }
}
