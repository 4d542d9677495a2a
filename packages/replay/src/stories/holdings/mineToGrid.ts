import type { Stage } from '../Stage.ts'

/**
 * Mines to the next block whose state counts for proofs of holdings, a second a block, so that it is dated as given.
 *
 * @param time when that block is mined, unix seconds; the story goes on there.
 * @returns its number.
 */
export async function mineToGrid(stage: Stage, time: number): Promise<bigint> {
  const { public: client, test } = stage.chain
  const grid = await stage.read<bigint>(stage.bulwark.lossProofs, 'grid')
  const number = await client.getBlockNumber()
  const gridBlock = (number / grid + 1n) * grid
  const blocks = Number(gridBlock - number)
  await stage.at(time - blocks + 1).mine()
  if (blocks > 1) await test.mine({ blocks: blocks - 1 })
  await stage.sync()
  return gridBlock
}
