import type { Address, Chain, Client, Transport } from 'viem'
import { optimisticAbi } from '../../abis/optimisticAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { type TruthClaim, type TruthState, truthStates } from '../../types/optimistic.ts'

/** What {@link getTruthClaim} takes. */
export type GetTruthClaimParameters = ReadOptions & {
  /** The address of `Optimistic`. */
  optimistic: Address
  /** Incident number. */
  incident: bigint
}

/** What {@link getTruthClaim} returns. */
export type GetTruthClaimReturnType = TruthClaim

/** What {@link getTruthClaim} can fail with. */
export type GetTruthClaimErrorType = ReadErrorType

/**
 * Reads what UMA's oracle has said of an incident.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the assertion, and what came of it.
 * @example
 * const { state, asserter } = await getTruthClaim(client, { optimistic, incident: 1n })
 */
export async function getTruthClaim<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetTruthClaimParameters,
): Promise<GetTruthClaimReturnType> {
  const { optimistic, incident } = parameters
  const claim = await read(client, parameters, {
    abi: optimisticAbi,
    address: optimistic,
    functionName: 'claimOf',
    args: [incident],
  })
  return { ...claim, state: truthStates[claim.state] as TruthState }
}
