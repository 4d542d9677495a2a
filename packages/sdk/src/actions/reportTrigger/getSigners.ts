import type { Address, Chain, Client, Transport } from 'viem'
import { reportTriggerAbi } from '../../abis/reportTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { SignerSet } from '../../types/report.ts'

/** What {@link getSigners} takes. */
export type GetSignersParameters = ReadOptions & {
  /** The address of `ReportTrigger`. */
  reportTrigger: Address
  /** Listing number. */
  listing: bigint
  /** Unix seconds. */
  time: bigint
}

/** What {@link getSigners} returns. */
export type GetSignersReturnType = SignerSet

/** What {@link getSigners} can fail with. */
export type GetSignersErrorType = ReadErrorType

/**
 * Reads who signs reports on events that begin at a time.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the set of signers.
 * @throws {NoSignersError} if there were none yet.
 * @example
 * const { members, threshold } = await getSigners(client, { reportTrigger, listing: 1n, time: offer.begins })
 */
export async function getSigners<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetSignersParameters,
): Promise<GetSignersReturnType> {
  const { reportTrigger, listing, time } = parameters
  return read(client, parameters, {
    abi: reportTriggerAbi,
    address: reportTrigger,
    functionName: 'signersAt',
    args: [listing, time],
  })
}
