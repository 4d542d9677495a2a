import { poolFactoryAbi } from '@bulwark/sdk/abis'
import { register } from '../lib/register.ts'
import { set } from '../lib/settings.ts'
import { poolClasses, poolNumbers, pools } from '../ponder.schema.ts'

register('factory', poolFactoryAbi, {
  AuthorityUpdated: async (event) => set(event, 'authority', event.args.authority),
  BoundsSet: async (event) => set(event, 'bounds', event.args.bounds),
  // The twin of the pool takes the decimals up.
  PoolAsset: ({ args }) => ({ pool: args.pool, counterparty: args.asset }),
  PoolCreated: async ({ args, chainId, db, origin }) => {
    const { pool, number, curator, parameters } = args
    const { asset, name, symbol, cooldown, r, kappa, classes } = parameters
    await db.insert(poolNumbers).values({ chainId, number, pool })
    await db.insert(pools).values({
      ...{ chainId, address: pool, number, asset, assetDecimals: 0, name: clean(name), symbol: clean(symbol) },
      ...{ curator, cooldown: BigInt(cooldown), r, kappa, curatorFee: 0n, supply: 0n, queued: 0n, ruined: false },
      ...{ covers: 0n, premiumPaid: 0n, feesPaid: 0n, refundsPaid: 0n, payoutsPaid: 0n, ...origin },
    })
    for (const [index, { rho, maxLossProbability }] of classes.entries()) {
      await db.insert(poolClasses).values({ chainId, pool, class: index, rho, maxLossProbability })
    }
    return { pool, account: curator }
  },
})

/** PostgreSQL keeps no NUL, and a name may hold anything. */
function clean(text: string): string {
  return text.replaceAll('\0', '\u{fffd}')
}
