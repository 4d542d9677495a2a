import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkTokenAbi } from '../../abis/bulwarkTokenAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getVoteClock} takes. */
export type GetVoteClockParameters = ReadOptions & {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
}

/** What {@link getVoteClock} returns. */
export type GetVoteClockReturnType = { clock: bigint; mode: string }

/** What {@link getVoteClock} can fail with. */
export type GetVoteClockErrorType = ReadErrorType

/**
 * Reads the clock by which votes are counted.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns unix seconds, and what they are.
 * @example
 * await getVoteClock(client, { governanceToken })
 */
export async function getVoteClock<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetVoteClockParameters,
): Promise<GetVoteClockReturnType> {
  const { governanceToken } = parameters
  const call = { abi: bulwarkTokenAbi, address: governanceToken, args: [] } as const
  const [clock, mode] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'clock' }),
    read(client, parameters, { ...call, functionName: 'CLOCK_MODE' }),
  ])
  return { clock, mode }
}
