import type { Address, Chain, Client, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { CourtConfig } from '../../types/court.ts'

/** What {@link getCourtConfig} takes. */
export type GetCourtConfigParameters = ReadOptions & {
  /** The address of `Court`. */
  court: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getCourtConfig} returns. */
export type GetCourtConfigReturnType = { version: number; config: CourtConfig }

/** What {@link getCourtConfig} can fail with. */
export type GetCourtConfigErrorType = ReadErrorType

/**
 * Reads the version of the parameters that a listing is judged under, and who hears its appeals.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns both.
 * @throws {NotConfiguredError} if the court does not judge it.
 * @example
 * const { config } = await getCourtConfig(client, { court, listing: 1n })
 */
export async function getCourtConfig<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCourtConfigParameters,
): Promise<GetCourtConfigReturnType> {
  const { court, listing } = parameters
  const [version, config] = await read(client, parameters, {
    abi: courtAbi,
    address: court,
    functionName: 'configOf',
    args: [listing],
  })
  return { version, config }
}
