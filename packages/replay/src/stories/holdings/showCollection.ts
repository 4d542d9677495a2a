import {
  buildBlockHeader,
  buildHoldingProof,
  buildTokenProof,
  prepareRecordBlock,
  prepareShowToken,
} from '@bulwark/sdk'
import type { Deployed } from '@bulwark/testkit'
import type { Stage } from '../Stage.ts'
import { ownersLayout } from './collection.ts'
import { sendPrepared } from './sendPrepared.ts'

/** Records a block, and shows by three ids that the collection keeps owners where it was registered to. */
export async function showCollection(stage: Stage, nft: Deployed, gridBlock: bigint, ids: readonly bigint[]) {
  const client = stage.chain.public
  const lossProofs = stage.bulwark.lossProofs.address
  const place = { token: nft.address, blockNumber: gridBlock }
  const { header } = await buildBlockHeader(client, { blockNumber: gridBlock })
  const { accountProof } = await buildTokenProof(client, place)
  const samples = await Promise.all(
    ids.map(async (key) => {
      const { storageProof } = await buildHoldingProof(client, { ...place, layout: ownersLayout, key })
      return { key, storageProof }
    }),
  )
  await sendPrepared(stage, [
    prepareRecordBlock({ lossProofs, header }),
    prepareShowToken({ lossProofs, token: nft.address, gridBlock, accountProof, samples }),
  ])
}
