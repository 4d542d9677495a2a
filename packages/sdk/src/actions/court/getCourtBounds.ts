import type { Address, Chain, Client, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getCourtBounds} takes. */
export type GetCourtBoundsParameters = ReadOptions & {
  /** The address of `Court`. */
  court: Address
}

/** What {@link getCourtBounds} returns. */
export type GetCourtBoundsReturnType = {
  /** Most votes that count in a case. */
  maxSeats: bigint
  /** The whole ratio asserted, billionths. */
  full: bigint
  /** Largest harmless interest, basis points of the weight. */
  maxInterest: bigint
  /** Seconds to dispose of a reported interest. */
  disposalTime: bigint
  /** Units of the stake token in a grain. */
  grain: bigint
  /** Seconds until stake can leave. */
  unstakeDelay: bigint
}

/** What {@link getCourtBounds} can fail with. */
export type GetCourtBoundsErrorType = ReadErrorType

/**
 * Reads the bounds that are written in the code of `Court`.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns each of them.
 * @example
 * const { full } = await getCourtBounds(client, { court })
 */
export async function getCourtBounds<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCourtBoundsParameters,
): Promise<GetCourtBoundsReturnType> {
  const call = { abi: courtAbi, address: parameters.court, args: [] } as const
  const [maxSeats, full, maxInterest, disposalTime, grain, unstakeDelay] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'MAX_SEATS' }),
    read(client, parameters, { ...call, functionName: 'FULL' }),
    read(client, parameters, { ...call, functionName: 'MAX_INTEREST' }),
    read(client, parameters, { ...call, functionName: 'DISPOSAL_TIME' }),
    read(client, parameters, { ...call, functionName: 'GRAIN' }),
    read(client, parameters, { ...call, functionName: 'UNSTAKE_DELAY' }),
  ])
  return { maxSeats, full, maxInterest, disposalTime, grain, unstakeDelay }
}
