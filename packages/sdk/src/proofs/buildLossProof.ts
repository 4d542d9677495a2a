import type { Address, Chain, Client, GetBlockNumberErrorType, Hex, Transport } from 'viem'
import { getBlockNumber } from 'viem/actions'
import { getHolding } from '../actions/lossProofs/getHolding.ts'
import { getLossProofsBounds } from '../actions/lossProofs/getLossProofsBounds.ts'
import { getPinnedBlock } from '../actions/lossProofs/getPinnedBlock.ts'
import { getProofTerms } from '../actions/lossProofs/getProofTerms.ts'
import { getRecordedBlock } from '../actions/lossProofs/getRecordedBlock.ts'
import { getRegisteredToken } from '../actions/lossProofs/getRegisteredToken.ts'
import { getStorageRoot } from '../actions/lossProofs/getStorageRoot.ts'
import { isNftCounted } from '../actions/lossProofs/isNftCounted.ts'
import { preparePinBlock } from '../actions/lossProofs/pinBlock.ts'
import { prepareProveHolding } from '../actions/lossProofs/proveHolding.ts'
import { prepareProveNft } from '../actions/lossProofs/proveNft.ts'
import { prepareProveToken } from '../actions/lossProofs/proveToken.ts'
import { prepareProveValue } from '../actions/lossProofs/proveValue.ts'
import { prepareRecordBlock } from '../actions/lossProofs/recordBlock.ts'
import type { ReadErrorType } from '../internal/read.ts'
import type { PreparedCall } from '../internal/write.ts'
import { type BuildBlockHeaderErrorType, buildBlockHeader } from './buildBlockHeader.ts'
import { type BuildHoldingProofErrorType, buildHoldingProof } from './buildHoldingProof.ts'
import { buildTokenProof } from './buildTokenProof.ts'
import { type FindLossBlockErrorType, findLossBlock } from './findLossBlock.ts'

/** What {@link buildLossProof} takes. */
export type BuildLossProofParameters = {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Id of the proof terms that the cover's listing names. */
  proofTerms: Hex
  /** Unix seconds of the loss: `lossTime` of the incident. */
  lossTime: bigint
  /** The cover's protected account. */
  holder: Address
  /** Ids that the account held, where the terms are on an NFT. @default none */
  nftIds?: readonly bigint[] | undefined
  /** The last complete round at or before the loss, where a feed values the token. @default none: the value is left out */
  round?: bigint | undefined
}

/** The calls to send, in this order; anyone may. */
export type BuildLossProofReturnType = readonly PreparedCall[]

/** What {@link buildLossProof} can fail with. */
export type BuildLossProofErrorType =
  | ReadErrorType
  | GetBlockNumberErrorType
  | FindLossBlockErrorType
  | BuildBlockHeaderErrorType
  | BuildHoldingProofErrorType

/**
 * Builds every call that is still needed to prove what an account held when a loss occurred: blocks to record and to
 * pin, the token, the holding or NFTs, and the value. What is on chain already is left out. Send them in order, each
 * after the one before; then {@link settle}. If another block of the grid is mined meanwhile, pinning may fail with
 * `BlockNotRecordedError`: build them again.
 *
 * @param client a viem client of an RPC that knows `eth_getProof` and keeps the state at the block of the loss.
 * @param parameters the contract, and whose holding is proven for when.
 * @returns the calls; none if nothing is missing.
 * @throws {UnknownProofTermsError} if nobody defined such terms.
 * @throws {LossBeforeGridError} if no block of the grid is as old as the loss.
 * @throws {ProofNotServedError} if the RPC knows no `eth_getProof`, or not the state at that block.
 * @example
 * const { lossTime } = await getIncident(client, { incidents, incident: 1n })
 * const { proofTerms } = await getTerms(client, { listings, listing: 1n })
 * const calls = await buildLossProof(client, { lossProofs, proofTerms, lossTime, holder: alice })
 * for (const call of calls) {
 *   const hash = await wallet.sendTransaction(call)
 *   await client.waitForTransactionReceipt({ hash })
 * }
 * await settle(wallet, { incidents, incident: 1n, ids: [id] })
 */
export async function buildLossProof<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: BuildLossProofParameters,
): Promise<BuildLossProofReturnType> {
  const { lossProofs, proofTerms, lossTime, holder, nftIds = [], round } = parameters
  const { token } = await getProofTerms(client, { lossProofs, proofTerms })
  const [{ kind, layout }, { known, value }, pinned, { grid }] = await Promise.all([
    getRegisteredToken(client, { lossProofs, token }),
    getHolding(client, { lossProofs, proofTerms, holder, lossTime }),
    getPinnedBlock(client, { lossProofs, lossTime }),
    getLossProofsBounds(client, { lossProofs }),
  ])
  const calls: PreparedCall[] = []
  const gridBlock = pinned || (await findLossBlock(client, { lossTime, grid }))
  const place = { lossProofs, token, gridBlock }

  if (pinned === 0n) {
    const latest = await getBlockNumber(client)
    for (const blockNumber of [gridBlock, gridBlock + grid]) {
      if (blockNumber > latest) continue
      const { timestamp } = await getRecordedBlock(client, { lossProofs, gridBlock: blockNumber })
      if (timestamp !== 0n) continue
      const { header } = await buildBlockHeader(client, { blockNumber })
      calls.push(prepareRecordBlock({ lossProofs, header }))
    }
    calls.push(preparePinBlock({ lossProofs, lossTime, gridBlock }))
  }

  if (BigInt(await getStorageRoot(client, place)) === 0n) {
    const { accountProof } = await buildTokenProof(client, { token, blockNumber: gridBlock })
    calls.push(prepareProveToken({ ...place, accountProof }))
  }

  const proofOf = async (key: Address | bigint) =>
    (await buildHoldingProof(client, { token, blockNumber: gridBlock, layout, key })).storageProof
  // Known is known for good; before, a proof that was brought already changes nothing.
  if (kind === 'erc20' && !known) {
    calls.push(prepareProveHolding({ ...place, holder, storageProof: await proofOf(holder) }))
  }
  for (const nftId of kind === 'erc721' ? nftIds : []) {
    if (await isNftCounted(client, { ...place, nftId })) continue
    calls.push(prepareProveNft({ ...place, nftId, storageProof: await proofOf(nftId) }))
  }
  if (value === 0n && round !== undefined) {
    calls.push(prepareProveValue({ lossProofs, proofTerms, lossTime, round }))
  }
  return calls
}
