import type { Address, Chain, Client, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { CourtConfig, CourtParameters } from '../../types/court.ts'

/** What {@link getCourtParameters} takes. */
export type GetCourtParametersParameters = ReadOptions & {
  /** The address of `Court`. */
  court: Address
  /** The version. */
  version: bigint
}

/** What {@link getCourtParameters} returns. */
export type GetCourtParametersReturnType = { parameters: CourtParameters; config: CourtConfig }

/** What {@link getCourtParameters} can fail with. */
export type GetCourtParametersErrorType = ReadErrorType

/**
 * Reads the parameters of a version, and who hears appeals of listings that name the court second.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns both.
 * @example
 * const { parameters } = await getCourtParameters(client, { court, version: 1n })
 */
export async function getCourtParameters<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCourtParametersParameters,
): Promise<GetCourtParametersReturnType> {
  const { court, version } = parameters
  const [values, config] = await read(client, parameters, {
    abi: courtAbi,
    address: court,
    functionName: 'parametersOf',
    args: [version],
  })
  return { parameters: values, config }
}
