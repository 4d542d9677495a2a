import type { Address, Chain, Client, Transport } from 'viem'
import { optimisticAbi } from '../../abis/optimisticAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getRequiredTruthBond} takes. */
export type GetRequiredTruthBondParameters = ReadOptions & {
  /** The address of `Optimistic`. */
  optimistic: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getRequiredTruthBond} returns. */
export type GetRequiredTruthBondReturnType = {
  /** Does UMA's oracle take it? */
  taken: boolean
  /** Units of the listing's currency. */
  bond: bigint
}

/** What {@link getRequiredTruthBond} can fail with. */
export type GetRequiredTruthBondErrorType = ReadErrorType

/**
 * Reads whether UMA's oracle takes an assertion of a listing now, and with which bond at least.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns `taken`: does it? False too where its least bond exceeds the listing’s cap; `bond`: units of the listing’s currency.
 * @example
 * const { taken, bond } = await getRequiredTruthBond(client, { optimistic, listing: 1n })
 */
export async function getRequiredTruthBond<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetRequiredTruthBondParameters,
): Promise<GetRequiredTruthBondReturnType> {
  const { optimistic, listing } = parameters
  const [taken, bond] = await read(client, parameters, {
    abi: optimisticAbi,
    address: optimistic,
    functionName: 'takesAssertion',
    args: [listing],
  })
  return { taken, bond }
}
