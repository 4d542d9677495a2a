import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { ProofNotServedError } from '../errors/proofs.ts'
import { requestProof } from '../internal/requestProof.ts'
import { getHoldingSlot, type TokenLayout } from './getHoldingSlot.ts'

/** What {@link buildHoldingProof} takes. */
export type BuildHoldingProofParameters = {
  /** The token. */
  token: Address
  /** A recorded block. */
  blockNumber: bigint
  /** Where the token keeps its balances or owners, as it is registered. */
  layout: TokenLayout
  /** The account, or the id of an NFT. */
  key: Address | bigint
}

/** Proof of a holding. */
export type BuildHoldingProofReturnType = {
  /** Nodes of the token's storage trie, root first, as `proveHolding` and `proveNft` take them. */
  readonly storageProof: readonly Hex[]
  readonly slot: Hex
  /** What is held, smallest units; for an NFT its owner as a number. Flags are taken out. */
  readonly held: bigint
}

/** What {@link buildHoldingProof} can fail with. */
export type BuildHoldingProofErrorType = ProofNotServedError

/**
 * Asks an RPC for the proof of what an account held at a block, or of who owned an NFT.
 *
 * @param client a viem client.
 * @param parameters the token, its layout, the block, and the account or id.
 * @returns the proof for `proveHolding` or `proveNft`, with what it proves.
 * @throws {ProofNotServedError} if the RPC knows no `eth_getProof`, or not the state at that block.
 * @example
 * const layout = { order: 'solidity', slot: 0n } as const
 * const { storageProof } = await buildHoldingProof(client, { token: asset, blockNumber: 1_800n, layout, key: alice })
 */
export async function buildHoldingProof<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  { token, blockNumber, layout, key }: BuildHoldingProofParameters,
): Promise<BuildHoldingProofReturnType> {
  const slot = getHoldingSlot({ layout, key })
  const { storageProof } = await requestProof(client, token, [slot], blockNumber)
  const [entry] = storageProof
  if (entry === undefined) throw new ProofNotServedError({ token, blockNumber })
  const { mask = 2n ** 256n - 1n, shift = 0 } = layout
  return { storageProof: entry.proof, slot, held: (BigInt(entry.value) & mask) >> BigInt(shift) }
}
