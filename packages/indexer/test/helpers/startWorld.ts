import { deploymentOf } from '@bulwark/replay'
import type { Deployment } from '@bulwark/sdk'
import { type Chain, createPool, deployBulwark, deployToken, send, startAnvil } from '@bulwark/testkit'
import type { Address } from 'viem'

/** A deployment on a chain of its own with a pool that underwriters join. */
export type World = {
  readonly chain: Chain
  readonly deployment: Deployment
  readonly pool: Address
  /** Of the pool; anyone may mint it. */
  readonly asset: Address
  /** Deposits so many units, in a block each. */
  deposit(assets: bigint): Promise<void>
  stop(): Promise<void>
}

const wad = 10n ** 18n

/** Starts a {@link World}. */
export async function startWorld({ name }: { name: string }): Promise<World> {
  const { chain, stop } = await startAnvil({ timestamp: 1_700_000_000 })
  const bulwark = await deployBulwark(chain)
  const usd = await deployToken(chain, { name: 'Dollar', symbol: 'USD', decimals: 6 })
  const classes = [{ rho: wad / 2n, maxLossProbability: wad / 5n }]
  const pool = await createPool(bulwark, { asset: usd.address, name: 'Test pool', symbol: 'TP', classes })
  const [underwriter] = chain.actors.underwriters
  await send(chain, { ...usd, functionName: 'mint', args: [underwriter.address, wad], account: underwriter })
  await send(chain, { ...usd, functionName: 'approve', args: [pool.address, wad], account: underwriter })
  return {
    ...{ chain, deployment: await deploymentOf(bulwark, { name }), pool: pool.address, asset: usd.address, stop },
    deposit: async (assets) => {
      const args = [assets, underwriter.address]
      await send(chain, { ...pool, functionName: 'deposit', args, account: underwriter })
    },
  }
}
