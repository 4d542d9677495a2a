import { concatHex, encodeAbiParameters, type Hex, keccak256, numberToHex, parseAbiParameters, zeroHash } from 'viem'
import type { LossLeaf, LossNode } from '../types/leaf.ts'

const leafFields = parseAbiParameters('address, uint128')

/** Where there are no leaves. */
export const emptyNode: LossNode = { hash: zeroHash, sum: 0n }

/** The node of a leaf: hashed twice, so that no node above passes for it. */
export function leafNode({ account, loss }: LossLeaf): LossNode {
  return { hash: keccak256(keccak256(encodeAbiParameters(leafFields, [account, loss]))), sum: loss }
}

/** The level above; what is missing on the right is empty. */
export function parentsOf(nodes: readonly LossNode[]): LossNode[] {
  const parents: LossNode[] = []
  for (let i = 0; i < nodes.length; i += 2) {
    const [left, right] = [nodes[i] ?? emptyNode, nodes[i + 1] ?? emptyNode]
    parents.push({ hash: hashNodes(left, right), sum: left.sum + right.sum })
  }
  return parents
}

function hashNodes(left: LossNode, right: LossNode): Hex {
  const word = (sum: bigint) => numberToHex(sum, { size: 32 })
  return keccak256(concatHex([left.hash, word(left.sum), right.hash, word(right.sum)]))
}
