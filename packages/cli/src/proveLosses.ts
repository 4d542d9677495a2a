import { buildLossTree, getRawCid, type LossTree } from '@bulwark/sdk'
import { formatUnits, type Hex } from 'viem'
import { LossListError } from './errors.ts'
import { readLossList } from './readLossList.ts'

/** What a list of losses is asserted by. */
export type ProvedLosses = {
  /** `root` of the assertion. */
  readonly root: Hex
  /** `lossSum` of the assertion, 1e-18 units of account. */
  readonly lossSum: bigint
  /** How many accounts. */
  readonly accounts: number
  /** Depth of the tree. */
  readonly depth: number
  /** IPFS CID of the list as it was given, for `evidence`. */
  readonly cid: string
  /** For the proofs. */
  readonly tree: LossTree
}

/**
 * Builds root, proofs and CID of a list of losses.
 *
 * @param bytes the file.
 * @param options whether several losses of an account are added up.
 * @returns what is asserted, and the tree.
 * @throws {LossListError} if a row is wrong.
 * @example
 * const { root, lossSum, cid } = proveLosses(await readFile('losses.csv'))
 */
export function proveLosses(bytes: Uint8Array, { merge = false }: { merge?: boolean } = {}): ProvedLosses {
  const tree = buildLossTree(readLossList({ csv: decode(bytes), merge }))
  const { root, lossSum, depth, leaves } = tree
  return { root, lossSum, accounts: leaves.length, depth, cid: getRawCid(bytes), tree }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new LossListError(['The file is not UTF-8 text: save it as a CSV in UTF-8.'])
  }
}

/**
 * The proof of every account, as JSON: what `settleLeaves` takes beside the cover.
 *
 * @param proved of `proveLosses`.
 * @returns a JSON text; numbers beyond 2^53 as decimal strings.
 * @example
 * await writeFile('proofs.json', formatProofs(proveLosses(bytes)))
 */
export function formatProofs({ root, lossSum, depth, cid, tree }: ProvedLosses): string {
  const proofs = tree.leaves.map(({ account, loss }, place) => {
    const nodes = tree.proofOf(place).nodes.map(({ hash, sum }) => [hash, `${sum}`])
    return { account, loss: `${loss}`, first: place, nodes }
  })
  return `${JSON.stringify({ root, lossSum: `${lossSum}`, total: formatUnits(lossSum, 18), depth, cid, proofs }, null, 1)}\n`
}
