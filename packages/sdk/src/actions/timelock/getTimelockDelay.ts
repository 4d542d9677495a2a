import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkTimelockAbi } from '../../abis/bulwarkTimelockAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getTimelockDelay} takes. */
export type GetTimelockDelayParameters = ReadOptions & {
  /** The address of `BulwarkTimelock`. */
  timelock: Address
}

/** What {@link getTimelockDelay} returns. */
export type GetTimelockDelayReturnType = { delay: bigint; minDelay: bigint; maxDelay: bigint }

/** What {@link getTimelockDelay} can fail with. */
export type GetTimelockDelayErrorType = ReadErrorType

/**
 * Reads how long decisions wait, and the bounds of that.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns seconds.
 * @example
 * await getTimelockDelay(client, { timelock })
 */
export async function getTimelockDelay<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetTimelockDelayParameters,
): Promise<GetTimelockDelayReturnType> {
  const { timelock } = parameters
  const call = { abi: bulwarkTimelockAbi, address: timelock, args: [] } as const
  const [delay, minDelay, maxDelay] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'getMinDelay' }),
    read(client, parameters, { ...call, functionName: 'MIN_DELAY' }),
    read(client, parameters, { ...call, functionName: 'MAX_DELAY' }),
  ])
  return { delay, minDelay, maxDelay }
}
