import type { Address, Chain, Client, Transport } from 'viem'
import { readingTriggerAbi } from '../../abis/readingTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getArmedReading} takes. */
export type GetArmedReadingParameters = ReadOptions & {
  /** The address of a `VaultLossTrigger`, `DeficitTrigger`, `ReserveTrigger` or `FrozenTrigger`. */
  trigger: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getArmedReading} returns. */
export type GetArmedReadingReturnType = bigint

/** What {@link getArmedReading} can fail with. */
export type GetArmedReadingErrorType = ReadErrorType

/**
 * Reads which incident of a listing has its span under proof.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns number of the incident, which may have lapsed; zero if there is none.
 * @example
 * const incident = await getArmedReading(client, { trigger: vaultLossTrigger, listing: 1n })
 */
export async function getArmedReading<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetArmedReadingParameters,
): Promise<GetArmedReadingReturnType> {
  const { trigger, listing } = parameters
  return read(client, parameters, {
    abi: readingTriggerAbi,
    address: trigger,
    functionName: 'armedOf',
    args: [listing],
  })
}
