import type { KeeperState } from '../state/KeeperState.ts'
import type { Action } from './Action.ts'

/** Blocks until one of the grid is recorded: one that is taken back would be recorded in vain. */
const settled = 64n

/** Blocks of the grid of `LossProofs`, recorded while EIP-2935 still serves their hashes. */
export function planGrid({ contracts, index, grid, head }: KeeperState): Action[] {
  const { lossProofs } = contracts
  const isNeeded = [...index.listings.values()].some(({ lossProof }) => lossProof === 'holdings')
  if (!lossProofs || !grid || !isNeeded) return []
  const { step, history } = grid
  const oldest = head.number > history ? head.number - history : 0n
  const actions: Action[] = []
  // The genesis block is not on the grid.
  for (let block = (oldest / step + 1n) * step; block + settled < head.number; block += step) {
    if (index.recordedBlocks.has(block)) continue
    const isLate = block - oldest < history / 2n
    actions.push({
      ...{ id: `record:${block}`, job: 'record', urgency: isLate ? 'urgent' : 'soon' },
      ...{ delayCost: 0n, task: { kind: 'record', lossProofs, block } },
    })
  }
  return actions
}
