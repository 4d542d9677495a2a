import type { Address, Chain, Client, Transport } from 'viem'
import { reportTriggerAbi } from '../../abis/reportTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link isStruckOff} takes. */
export type IsStruckOffParameters = ReadOptions & {
  /** The address of `ReportTrigger`. */
  reportTrigger: Address
  /** Listing number. */
  listing: bigint
  /** Address of the signer. */
  signer: Address
}

/** What {@link isStruckOff} returns. */
export type IsStruckOffReturnType = boolean

/** What {@link isStruckOff} can fail with. */
export type IsStruckOffErrorType = ReadErrorType

/**
 * Asks whether a signer was struck off for contradicting himself.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns true if he was.
 * @example
 * const out = await isStruckOff(client, { reportTrigger, listing: 1n, signer: alice })
 */
export async function isStruckOff<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: IsStruckOffParameters,
): Promise<IsStruckOffReturnType> {
  const { reportTrigger, listing, signer } = parameters
  return read(client, parameters, {
    abi: reportTriggerAbi,
    address: reportTrigger,
    functionName: 'isStruckOff',
    args: [listing, signer],
  })
}
