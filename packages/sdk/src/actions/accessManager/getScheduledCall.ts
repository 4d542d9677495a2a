import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { bulwarkAccessManagerAbi } from '../../abis/bulwarkAccessManagerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getScheduledCall} takes. */
export type GetScheduledCallParameters = ReadOptions & {
  /** The address of `BulwarkAccessManager`. */
  accessManager: Address
  /** Who announced it. */
  caller: Address
  /** The contract. */
  target: Address
  /** The encoded call. */
  data: Hex
}

/** What {@link getScheduledCall} returns. */
export type GetScheduledCallReturnType = bigint

/** What {@link getScheduledCall} can fail with. */
export type GetScheduledCallErrorType = ReadErrorType

/**
 * Reads from when on a call that was announced can be made; zero if it was not, or too long ago.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns unix seconds.
 * @example
 * await getScheduledCall(client, { accessManager, caller: alice, target: listings, data: dataHash })
 */
export async function getScheduledCall<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetScheduledCallParameters,
): Promise<GetScheduledCallReturnType> {
  const { accessManager, caller, target, data } = parameters
  const call = { abi: bulwarkAccessManagerAbi, address: accessManager } as const
  const operation = await read(client, parameters, {
    ...call,
    functionName: 'hashOperation',
    args: [caller, target, data],
  })
  return read(client, parameters, { ...call, functionName: 'getSchedule', args: [operation] })
}
