import { type Address, type Chain, type Client, hexToString, type Transport } from 'viem'
import { optimisticAbi } from '../../abis/optimisticAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getTruthText} takes. */
export type GetTruthTextParameters = ReadOptions & {
  /** The address of `Optimistic`. */
  optimistic: Address
  /** Incident number. */
  incident: bigint
}

/** What {@link getTruthText} returns. */
export type GetTruthTextReturnType = string

/** What {@link getTruthText} can fail with. */
export type GetTruthTextErrorType = ReadErrorType

/**
 * Reads the text that is asserted of an incident in UMA's oracle: what its voters are asked.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the text.
 * @throws {UnknownIncidentError} if there is no incident of this number.
 * @throws {NotConfiguredError} if the listing was not created through `Optimistic`.
 * @example
 * const text = await getTruthText(client, { optimistic, incident: 1n })
 */
export async function getTruthText<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetTruthTextParameters,
): Promise<GetTruthTextReturnType> {
  const { optimistic, incident } = parameters
  const text = await read(client, parameters, {
    abi: optimisticAbi,
    address: optimistic,
    functionName: 'claimText',
    args: [incident],
  })
  return hexToString(text)
}
