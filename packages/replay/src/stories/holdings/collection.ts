import { prepareRegisterToken } from '@bulwark/sdk'
import { type Bulwark, type Deployed, deploy, readForgeArtifact } from '@bulwark/testkit'
import type { Stage } from '../Stage.ts'

/** Where OpenZeppelin's ERC-721 keeps owners. */
export const ownersLayout = { order: 'solidity', slot: 2n, mask: 2n ** 160n - 1n, shift: 0 } as const

const collections = new WeakMap<Bulwark, Deployed>()

/** Deploys a collection that anyone may mint, and registers where it keeps owners. Runs while the deployer is admin. */
export async function registerCollection(bulwark: Bulwark): Promise<void> {
  const { chain, lossProofs } = bulwark
  const nft = await deploy(chain, await readForgeArtifact('ProofTokens.sol:TestNft'))
  const registered = { token: nft.address, kind: 'erc721', layout: ownersLayout } as const
  const { to, data } = prepareRegisterToken({ lossProofs: lossProofs.address, ...registered })
  const hash = await chain.wallet.sendTransaction({ account: chain.actors.deployer, to, data, gas: 500_000n })
  await chain.public.waitForTransactionReceipt({ hash })
  collections.set(bulwark, nft)
}

/** The collection that was registered. */
export const collectionOf = ({ bulwark }: Stage): Deployed => collections.get(bulwark) as Deployed
