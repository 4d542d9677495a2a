import { type Actor, type Bulwark, type Deployed, deploy, readForgeArtifact, send } from '@bulwark/testkit'
import { type Address, type Hex, numberToHex } from 'viem'
import {
  buildBlockHeader,
  buildHoldingProof,
  buildLossProof,
  buildTokenProof,
  defineProofTerms,
  getIncident,
  getProofTermsId,
  getRegisteredToken,
  getTerms,
  type ProofTerms,
  prepareRegisterToken,
  recordBlock,
  showToken,
  type Terms,
  type TokenSample,
} from '../../src/index.ts'
import { gas, openWorld, type Wallet, type World, wad } from './startWorld.ts'

/** Blocks from one on the grid to the next. */
export const grid = 64n
/** A whole distressed token; it is worth two dollars. */
export const whole = 10n ** 18n

/** A world with a token and an NFT whose holdings can be proven. */
export type ProvenWorld = World & {
  /** Distressed: it may be paused. Anyone mints. */
  readonly token: Deployed
  readonly nft: Deployed
  readonly keeper: Wallet
  /** A whole token is worth two dollars. */
  readonly proofTerms: Hex
  /** The same, but the token is handed over. */
  readonly salvageTerms: Hex
  /** Terms of a listing whose payouts are capped to what is proven; the holder bears a tenth. */
  provenTerms(proofTerms: Hex): Partial<Terms>
  define(terms: ProofTerms): Promise<Hex>
  mint(to: Address, amount: bigint): Promise<void>
  /** Mines the next block on the grid, and records it. */
  recordNext(): Promise<bigint>
  /** Proof of a balance, or of an NFT's owner, at a block. */
  proofOf(token: Address, blockNumber: bigint, key: Address | bigint): Promise<TokenSample>
  /** Shows a registered token at a recorded block. */
  show(token: Address, gridBlock: bigint, keys: readonly (Address | bigint)[]): Promise<void>
  /** Proves what an account held when the loss of an incident occurred. */
  prove(incident: bigint, holder: Actor): Promise<bigint>
}

const allBits = 2n ** 256n - 1n
/** Where OpenZeppelin's ERC-721 keeps owners. */
export const nftLayout = { order: 'solidity', slot: 2n, mask: 2n ** 160n - 1n, shift: 0 } as const
/** Where Solady's and OpenZeppelin's plain ERC-20 of the tests keeps balances. */
export const tokenLayout = { order: 'solidity', slot: 0n, mask: allBits, shift: 0 } as const
/** Accounts whose balances nobody moves. */
export const samples = [0x53n, 0x51n, 0x52n].map((sample) => numberToHex(sample, { size: 20 }))

/** Starts a world with a short grid, and a token that was registered, shown and recorded once. */
export async function startProvenWorld(): Promise<ProvenWorld> {
  const tokens: Deployed[] = []
  const configure = async ({ chain, lossProofs }: Bulwark) => {
    const token = await deploy(chain, await readForgeArtifact('StuckToken'))
    const nft = await deploy(chain, await readForgeArtifact('ProofTokens.sol:TestNft'))
    tokens.push(token, nft)
    const at = { lossProofs: lossProofs.address }
    for (const { to, data } of [
      prepareRegisterToken({ ...at, token: token.address, kind: 'erc20', layout: { order: 'solidity', slot: 0n } }),
      prepareRegisterToken({ ...at, token: nft.address, kind: 'erc721', layout: nftLayout }),
    ]) {
      const hash = await chain.wallet.sendTransaction({ account: chain.actors.deployer, to, data, gas })
      await chain.public.waitForTransactionReceipt({ hash })
    }
  }
  const world = await openWorld({ grid, configure })
  const [token, nft] = tokens as [Deployed, Deployed]
  const { client, chain, actors, addresses, mined } = world
  const { lossProofs } = addresses
  const keeper = world.walletOf(actors.keeper)

  const mint = async (to: Address, amount: bigint) => {
    await send(chain, { ...token, functionName: 'mint', args: [to, amount], account: actors.keeper })
  }

  const recordNext = async () => {
    const number = await client.getBlockNumber()
    const gridBlock = (number / grid + 1n) * grid
    await chain.test.mine({ blocks: Number(gridBlock - number) })
    const { header } = await buildBlockHeader(client, { blockNumber: gridBlock })
    await mined(recordBlock(keeper, { lossProofs, header, gas }))
    return gridBlock
  }

  const proofOf = async (address: Address, blockNumber: bigint, key: Address | bigint) => {
    const { layout } = await getRegisteredToken(client, { lossProofs, token: address })
    const { storageProof } = await buildHoldingProof(client, { token: address, blockNumber, layout, key })
    return { key, storageProof }
  }

  const show = async (address: Address, gridBlock: bigint, keys: readonly (Address | bigint)[]) => {
    const { accountProof } = await buildTokenProof(client, { token: address, blockNumber: gridBlock })
    const proofs = await Promise.all(keys.map((key) => proofOf(address, gridBlock, key)))
    const shown = { lossProofs, token: address, gridBlock, accountProof }
    await mined(showToken(keeper, { ...shown, samples: proofs, gas }))
  }

  const define = async (terms: ProofTerms) => {
    await mined(defineProofTerms(keeper, { lossProofs, terms, gas }))
    return getProofTermsId(terms)
  }

  const provenTerms = (proofTerms: Hex): Partial<Terms> => ({
    ...{ lossProof: 'holdings', proofTerms, deductible: wad / 10n },
  })

  const prove = async (incident: bigint, holder: Actor) => {
    const { lossTime, listing } = await getIncident(client, { incidents: addresses.incidents, incident })
    const { proofTerms } = await getTerms(client, { listings: addresses.listings, listing })
    const proof = { lossProofs, proofTerms, lossTime, holder: holder.address }
    for (const call of await buildLossProof(client, proof)) await mined(keeper.sendTransaction({ ...call, gas }))
    return lossTime
  }

  for (const sample of samples) await mint(sample, whole)
  await show(token.address, await recordNext(), samples)
  const proofTerms = await define({ token: token.address, value: 2n * wad })
  const salvageTerms = await define({ token: token.address, value: 2n * wad, salvage: true })
  const made = { token, nft, keeper, proofTerms, salvageTerms }
  return { ...world, ...made, provenTerms, define, mint, recordNext, proofOf, show, prove }
}
