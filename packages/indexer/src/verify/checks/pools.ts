import { capitalAt, fundingOf, loadPool, shareValueAt } from '@bulwark/risk/mirror'
import { poolAbi, poolFactoryAbi } from '@bulwark/sdk/abis'
import type { Address } from 'viem'
import { alike, item, itemsOf } from '../itemsOf.ts'
import type { Check, Fields, Row } from '../types.ts'

const capitalFields = [
  ...['cash', 'unearned', 'unvested', 'funded', 'openReserve', 'owed', 'high', 'low', 'scr', 'backing'],
  ...['priceBacking', 'level'],
]

/** Pools: what is fixed, capital recomputed from events, balances, exits, what incidents hold. */
export const checkPools: Check = async ({ addressOf, blockNumber, mirror, read, rows, timestamp }) => {
  const addressIn = (row: Row) => row.pool as Address
  const pools = await rows('pools')
  const ofPools = itemsOf('pools', pools, {
    key: (row) => String(row.address),
    compare: async (row) => {
      const address = row.address as Address
      const [capital, totalAssets, supply, asset, name, symbol, decimals] = await Promise.all([
        read(poolAbi, address, 'capital', []),
        read(poolAbi, address, 'totalAssets', []),
        read(poolAbi, address, 'totalSupply', []),
        read(poolAbi, address, 'asset', []),
        read(poolAbi, address, 'name', []),
        read(poolAbi, address, 'symbol', []),
        read(poolAbi, address, 'decimals', []),
      ])
      const mirrored = await loadPool(mirror, address, timestamp)
      const report = capitalAt(mirrored, timestamp)
      const shares = 10n ** BigInt(decimals)
      const worth = await read(poolAbi, address, 'convertToAssets', [shares])
      const recomputed = Object.fromEntries(
        capitalFields.map((field) => [
          `capital.${field}`,
          [capital[field as keyof typeof capital], report[field as keyof typeof report]] as const,
        ]),
      )
      return {
        ...recomputed,
        ...{ totalAssets: [totalAssets, report.high], supply: [supply, row.supply] },
        ...{ mirrorSupply: [supply, mirrored.pool.supply], asset: [asset, row.asset] },
        ...{ name: [name, row.name], symbol: [symbol, row.symbol] },
        convertToAssets: [worth, shareValueAt(mirrored, timestamp).assetsOf(shares)],
      } satisfies Fields
    },
  })
  const factory = addressOf('factory')
  const count = item('pools', 'count', async () => ({
    count: [factory && (await read(poolFactoryAbi, factory, 'count', [])), pools.length],
  }))

  // A block may hold several transactions: the chain can be asked only how it ended.
  const last = `where (pool, block_number, transaction_index) in
    (select pool, block_number, max(transaction_index) from {schema}.pool_snapshots group by pool, block_number)`
  const ofSnapshots = itemsOf('pool_snapshots', await rows('pool_snapshots', last), {
    key: (row) => `${row.pool} at ${row.blockNumber}`,
    compare: async (row) => {
      const at = BigInt(row.blockNumber as string)
      if (at > blockNumber) return {}
      const address = addressIn(row)
      const capital = await read(poolAbi, address, 'capital', [], at)
      const supply = await read(poolAbi, address, 'totalSupply', [], at)
      return { ...alike(capital, row, capitalFields), supply: [supply, row.supply] }
    },
  })

  const ofBalances = itemsOf('share_balances', await rows('share_balances'), {
    key: (row) => `${row.pool} ${row.account}`,
    compare: async (row) => ({
      shares: [await read(poolAbi, addressIn(row), 'balanceOf', [row.account as Address]), row.shares],
    }),
  })
  const ofRequests = itemsOf('exit_requests', await rows('exit_requests'), {
    key: (row) => `${row.pool} ${row.request}`,
    compare: async (row) => {
      const args = [BigInt(row.request as string), row.controller as Address] as const
      return { sharesLeft: [await read(poolAbi, addressIn(row), 'pendingRedeemRequest', args), row.sharesLeft] }
    },
  })
  const ofClaimables = itemsOf('claimables', await rows('claimables'), {
    key: (row) => `${row.pool} ${row.controller}`,
    compare: async (row) => {
      const controller = row.controller as Address
      const { pool } = await loadPool(mirror, addressIn(row), timestamp)
      const assets = (BigInt(row.assets as string) * pool.scale) / 10n ** 18n
      return {
        shares: [await read(poolAbi, addressIn(row), 'maxRedeem', [controller]), row.shares],
        assets: [await read(poolAbi, addressIn(row), 'maxWithdraw', [controller]), assets],
      }
    },
  })
  const ofOperators = itemsOf('operators', await rows('operators'), {
    key: (row) => `${row.pool} ${row.controller} ${row.operator}`,
    compare: async (row) => {
      const args = [row.controller as Address, row.operator as Address] as const
      return { approved: [await read(poolAbi, addressIn(row), 'isOperator', args), row.approved] }
    },
  })
  const ofIncidents = itemsOf('pool_incidents', await rows('pool_incidents'), {
    key: (row) => `${row.pool} ${row.incident}`,
    compare: async (row) => {
      const [address, incident] = [addressIn(row), BigInt(row.incident as string)]
      const shortfall = await mirror.get('shortfall', `${address.toLowerCase()}/${incident}`)
      return {
        funding: [await read(poolAbi, address, 'fundingOf', [incident]), await fundingOf(mirror, address, incident)],
        shortfall: [await read(poolAbi, address, 'shortfallOf', [incident]), shortfall?.amount ?? 0n],
      }
    },
  })
  const ofRisks = itemsOf('risks', await rows('risks'), {
    key: (row) => `${row.pool} ${row.risk}`,
    compare: async (row) => ({
      everSold: [await read(poolAbi, addressIn(row), 'everSold', [row.risk as `0x${string}`]), true],
    }),
  })
  return [
    ...[...ofPools, count, ...ofSnapshots, ...ofBalances, ...ofRequests, ...ofClaimables, ...ofOperators],
    ...[...ofIncidents, ...ofRisks],
  ]
}
