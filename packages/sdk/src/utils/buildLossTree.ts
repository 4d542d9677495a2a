import type { Address, Hex } from 'viem'
import { emptyNode, leafNode, parentsOf } from '../internal/lossNodes.ts'
import type { LeafClaim, LeafProof, LossLeaf, LossNode } from '../types/leaf.ts'

/** A list of losses as a tree. */
export type LossTree = {
  /** What is ruled. */
  readonly root: Hex
  /** Sum of all losses, 1e-18 units of account. */
  readonly lossSum: bigint
  /** Depth of the tree. */
  readonly depth: number
  /** The losses, in their places. */
  readonly leaves: readonly LossLeaf[]
  /** Proof of `count` leaves from place `first` on. */
  readonly proofOf: (first: number, count?: number) => LeafProof
  /** Claim of a cover on `count` leaves from place `first` on. */
  readonly claimOf: (id: bigint, first: number, count?: number) => LeafClaim
  /** Place of an account; `undefined` if it is not in the list. */
  readonly placeOf: (account: Address) => number | undefined
}

const mostLost = (1n << 128n) - 1n

/**
 * Builds the tree of a list of losses whose root `Incidents` takes: every node binds the sums of both its children.
 *
 * Twin of `SumTree`; docs/mechanism.md, Lists of losses.
 *
 * @param leaves who lost what, each account once, in any order; the order is part of the root.
 * @returns root, sum and proofs.
 * @throws {RangeError} if there is no leaf, an account stands there twice, or a loss is out of bounds.
 * @example
 * const { root, lossSum, claimOf } = buildLossTree([{ account, loss: 5n * 10n ** 18n }])
 */
export function buildLossTree(leaves: readonly LossLeaf[]): LossTree {
  if (leaves.length === 0) throw new RangeError('A list of losses has at least one.')
  const places = new Map<string, number>()
  for (const [place, { account, loss }] of leaves.entries()) {
    if (places.has(account.toLowerCase())) throw new RangeError(`${account} stands in the list twice.`)
    if (loss < 0n || loss > mostLost) throw new RangeError(`The loss of ${account} is out of bounds: ${loss}.`)
    places.set(account.toLowerCase(), place)
  }
  const depth = Math.ceil(Math.log2(leaves.length))
  const levels: LossNode[][] = [leaves.map(leafNode)]
  for (let level = 0; level < depth; ++level) levels.push(parentsOf(levels[level] as LossNode[]))
  const [{ hash: root, sum: lossSum }] = levels[depth] as [LossNode]
  if (lossSum > mostLost) throw new RangeError(`All losses together are out of bounds: ${lossSum}.`)

  const proofOf = (first: number, count = 1): LeafProof => {
    if (first < 0 || count < 1 || first + count > leaves.length)
      throw new RangeError(`There are ${leaves.length} leaves, not ${count} from place ${first} on.`)
    const nodes: LossNode[] = []
    let [low, high] = [first, first + count - 1]
    for (const level of levels.slice(0, depth)) {
      if (low % 2 === 1) nodes.push(level[low - 1] as LossNode)
      if (high % 2 === 0) nodes.push(level[high + 1] ?? emptyNode)
      ;[low, high] = [low >> 1, high >> 1]
    }
    return { first: BigInt(first), depth: BigInt(depth), nodes }
  }
  return {
    root,
    lossSum,
    depth,
    leaves,
    proofOf,
    claimOf: (id, first, count = 1) => ({
      id,
      leaves: leaves.slice(first, first + count),
      proof: proofOf(first, count),
    }),
    placeOf: (account) => places.get(account.toLowerCase()),
  }
}
