import type { Hex } from 'viem'
import { leafNode, parentsOf } from '../internal/lossNodes.ts'
import type { LeafClaim } from '../types/leaf.ts'

/**
 * Does a proof lead its leaves to this root and this sum, as `SumTree` computes it?
 *
 * @param claim leaves and their proof.
 * @param root what was ruled.
 * @param lossSum what was ruled, 1e-18 units of account.
 * @returns true if `Incidents` would take them.
 * @example
 * verifyLossProof(claimOf(id, 0, 2), root, lossSum) // true
 */
export function verifyLossProof({ leaves, proof }: Omit<LeafClaim, 'id'>, root: Hex, lossSum: bigint): boolean {
  let nodes = leaves.map(leafNode)
  let first = proof.first
  const beside = [...proof.nodes]
  if (first < 0n || nodes.length === 0 || first + BigInt(nodes.length) > 1n << proof.depth) return false
  for (let level = 0n; level < proof.depth; ++level) {
    const left = first % 2n === 1n ? beside.shift() : undefined
    const right = (first + BigInt(nodes.length)) % 2n === 1n ? beside.shift() : undefined
    nodes = [...(left ? [left] : []), ...nodes, ...(right ? [right] : [])]
    if (nodes.length % 2 === 1) return false
    nodes = parentsOf(nodes)
    first >>= 1n
  }
  const [node] = nodes
  return beside.length === 0 && nodes.length === 1 && node?.hash === root && node.sum === lossSum
}
