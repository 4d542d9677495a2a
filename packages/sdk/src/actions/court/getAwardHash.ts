import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getAwardHash} takes. */
export type GetAwardHashParameters = ReadOptions & {
  /** The address of `Court`. */
  court: Address
  /** Number of the incident. */
  incident: bigint
  /** The assessor. */
  assessor: Address
  /** Billionths of the ratio asserted. */
  award: bigint
  /** Hash of the written reason. */
  reason: Hex
  /** What makes it secret. */
  salt: Hex
}

/** What {@link getAwardHash} returns. */
export type GetAwardHashReturnType = Hex

/** What {@link getAwardHash} can fail with. */
export type GetAwardHashErrorType = ReadErrorType

/**
 * Asks the court for the hash that commits an assessor to an award. Whoever serves the call learns it: `hashAward`
 * computes it here.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the commitment.
 * @example
 * await getAwardHash(client, { court, incident: 1n, assessor: bob, award: 0n, reason: dataHash, salt: modelHash })
 */
export async function getAwardHash<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetAwardHashParameters,
): Promise<GetAwardHashReturnType> {
  const { court, incident, assessor, award, reason, salt } = parameters
  return read(client, parameters, {
    abi: courtAbi,
    address: court,
    functionName: 'commitmentOf',
    args: [incident, assessor, award, reason, salt],
  })
}
