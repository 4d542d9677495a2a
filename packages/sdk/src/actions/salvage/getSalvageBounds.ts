import type { Address, Chain, Client, Transport } from 'viem'
import { salvageAbi } from '../../abis/salvageAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getSalvageBounds} takes. */
export type GetSalvageBoundsParameters = ReadOptions & {
  /** The address of `Salvage`. */
  salvage: Address
}

/** What {@link getSalvageBounds} returns. */
export type GetSalvageBoundsReturnType = {
  /** Seconds for which a token must not have moved before a claim on it is taken. */
  stuckTime: bigint
  /** Seconds in which the price of a lot halves. */
  halfLife: bigint
  /** Share of the value before the loss at which an auction starts, WAD. */
  start: bigint
  /** Gas that an attempt to move a token is given. */
  probeGas: bigint
}

/** What {@link getSalvageBounds} can fail with. */
export type GetSalvageBoundsErrorType = ReadErrorType

/**
 * Reads the bounds that are written in the code of `Salvage`.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @example
 * const { stuckTime } = await getSalvageBounds(client, { salvage })
 */
export async function getSalvageBounds<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetSalvageBoundsParameters,
): Promise<GetSalvageBoundsReturnType> {
  const call = { abi: salvageAbi, address: parameters.salvage, args: [] } as const
  const [stuckTime, halfLife, start, probeGas] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'STUCK_TIME' }),
    read(client, parameters, { ...call, functionName: 'HALF_LIFE' }),
    read(client, parameters, { ...call, functionName: 'START' }),
    read(client, parameters, { ...call, functionName: 'PROBE_GAS' }),
  ])
  return { stuckTime, halfLife, start, probeGas }
}
