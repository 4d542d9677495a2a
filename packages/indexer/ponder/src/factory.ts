import { poolFactoryAbi } from '@bulwark/sdk/abis'
import { type Address, erc20Abi } from 'viem'
import { register } from '../lib/register.ts'
import { set } from '../lib/settings.ts'
import type { Indexed } from '../lib/types.ts'
import { poolClasses, poolNumbers, pools } from '../ponder.schema.ts'

register('factory', poolFactoryAbi, {
  AuthorityUpdated: async (event) => set(event, 'authority', event.args.authority),
  BoundsSet: async (event) => set(event, 'bounds', event.args.bounds),
  // The twin of the pool takes the decimals up.
  PoolAsset: ({ args }) => ({ pool: args.pool, counterparty: args.asset }),
  PoolCreated: async ({ args, chainId, db, origin, read }) => {
    const { pool, number, curator, parameters } = args
    const { asset, name, symbol, cooldown, r, kappa, classes } = parameters
    const assetSymbol = await symbolOf(asset, read)
    await db.insert(poolNumbers).values({ chainId, number, pool })
    await db.insert(pools).values({
      ...{
        chainId,
        address: pool,
        number,
        asset,
        assetSymbol,
        assetDecimals: 0,
        name: clean(name),
        symbol: clean(symbol),
      },
      ...{ curator, cooldown: BigInt(cooldown), r, kappa, curatorFee: 0n, supply: 0n, queued: 0n, ruined: false },
      ...{ covers: 0n, premiumPaid: 0n, feesPaid: 0n, refundsPaid: 0n, payoutsPaid: 0n, ...origin },
    })
    for (const [index, { rho, maxLossProbability }] of classes.entries()) {
      await db.insert(poolClasses).values({ chainId, pool, class: index, rho, maxLossProbability })
    }
    return { pool, account: curator }
  },
})

/** The one thing that no event tells. Anybody's token may be an asset: what it answers is taken as text or not at all. */
async function symbolOf(address: Address, read: Indexed<unknown>['read']): Promise<string> {
  try {
    return clean(String(await read({ abi: erc20Abi, address, functionName: 'symbol' })))
  } catch {
    return ''
  }
}

/** PostgreSQL keeps no NUL, and a name may hold anything. */
function clean(text: string): string {
  return text.replaceAll('\0', '\u{fffd}')
}
