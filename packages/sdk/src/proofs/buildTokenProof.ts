import type { Address, Chain, Client, Hex, Transport } from 'viem'
import type { ProofNotServedError } from '../errors/proofs.ts'
import { requestProof } from '../internal/requestProof.ts'

/** What {@link buildTokenProof} takes. */
export type BuildTokenProofParameters = {
  /** The token. */
  token: Address
  /** A recorded block. */
  blockNumber: bigint
}

/** Proof of a token's account. */
export type BuildTokenProofReturnType = {
  /** Nodes of the state trie, root first, as `proveToken` takes them. */
  readonly accountProof: readonly Hex[]
  readonly storageRoot: Hex
  readonly codeHash: Hex
}

/** What {@link buildTokenProof} can fail with. */
export type BuildTokenProofErrorType = ProofNotServedError

/**
 * Asks an RPC for the proof of a token's storage root at a block.
 *
 * @param client a viem client.
 * @param parameters the token and the block.
 * @returns the proof for `proveToken`, with what it proves.
 * @throws {ProofNotServedError} if the RPC knows no `eth_getProof`, or not the state at that block.
 * @example
 * const { accountProof } = await buildTokenProof(client, { token: asset, blockNumber: 1_800n })
 */
export async function buildTokenProof<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  { token, blockNumber }: BuildTokenProofParameters,
): Promise<BuildTokenProofReturnType> {
  const { accountProof, storageHash, codeHash } = await requestProof(client, token, [], blockNumber)
  return { accountProof, storageRoot: storageHash, codeHash }
}
