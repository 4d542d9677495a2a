import { type MirrorKind, type MirrorRecords, riskIdOf } from '@bulwark/risk/mirror'
import type { Client } from 'pg'
import { lastBlock } from './fillTables.ts'

const zeroHash = `0x${'00'.repeat(32)}`
const now = lastBlock.timestamp
const unit = 1_000_000n

/** A pool with ten million in it, and nothing that ever went wrong. */
function poolRecord(address: string): MirrorRecords['pool'] {
  const zeros = Object.fromEntries(
    (
      'owed unearned streamRate unvested openReserve openBeyond full cursor cohorts lastCohort cohortsHeld openRisks ' +
      'utilisation covers protocolFees curatorFees head tail queued totalsS totalsS2 servingHigh servingAssets paying ' +
      'payingGrains'
    )
      .split(' ')
      .map((name) => [name, 0n]),
  )
  return {
    ...(zeros as unknown as MirrorRecords['pool']),
    ...{ pool: address, number: 1n, asset: address, curator: address, decimals: 6n, grain: 1n },
    ...{ virtualShares: 10n ** 12n, r: 2500n, kappa: 2n * 10n ** 15n, cooldown: 1_209_600n, classCount: 1n },
    ...{ cash: 10_000_000n * unit, scale: 10n ** 18n, streamTime: now, gainsUpdated: now, gainsEnd: now },
    ...{ priceBacking: 10_000_000n * unit, ruined: false, level: 5n * 10n ** 16n, moved: now, curatorFee: 500n },
    ...{ supply: 10_000_000n * 10n ** 18n, serving: false, leavesClaimed: false, collecting: false, nominal: 0n },
  }
}

/** Writes the twins of the pools, listings and covers that `fillTables` made up. */
export async function fillMirror(client: Client): Promise<void> {
  const records: [kind: MirrorKind, key: string, record: MirrorRecords[MirrorKind]][] = []
  const add = <kind extends MirrorKind>(kind: kind, key: string, record: MirrorRecords[kind]): void => {
    records.push([kind, key, record])
  }
  add('protocol', '', { journalLength: 0n, protocolFee: 500n })
  const { rows: pools } = await client.query('SELECT address FROM pools')
  const { rows: listings } = await client.query('SELECT listing FROM listings')
  for (const { address } of pools) {
    add('pool', address, poolRecord(address))
    add('class', `${address}/0`, { q: 0n, a: 0n, rho: 5n * 10n ** 17n, maxLossProbability: 2n * 10n ** 17n })
    for (const { listing } of listings) {
      add('backing', `${address}/${listing}`, { class: 0n, group: 1n, limit: 10n ** 12n, exposure: 0n })
      add('risk', `${address}/${riskIdOf(BigInt(listing), zeroHash)}`, riskRecord(BigInt(listing)))
    }
  }
  for (const { listing } of listings) {
    add('listing', listing, {
      ...{ adjudicator: zeroHash.slice(0, 42), lossProof: 'none', keyed: false, personal: false },
      ...{ maxRatio: 10n ** 18n, deductible: 0n, waiting: 0n, grace: 86_400n, eventWindow: 0n },
      ...{ minPeriod: 86_400n, maxPeriod: 63_072_000n },
    })
  }
  const { rows: covers } = await client.query('SELECT id, pool, listing FROM covers')
  for (const { id, pool, listing } of covers) {
    add('cover', id, {
      ...{ pool, listing: BigInt(listing), risk: riskIdOf(BigInt(listing), zeroHash), account: zeroHash.slice(0, 42) },
      ...{ amount: 1000n * unit, insured: 1000n * unit, rate: 10n ** 15n, start: now - 864_000n, end: now + 864_000n },
      ...{ changed: 0n, group: 1n, from: 0n },
    })
  }
  const write = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}n` : value)
  await client.query(`TRUNCATE mirror_records`)
  await client.query(
    `INSERT INTO mirror_records (chain_id, kind, key, value)
     SELECT 31337, * FROM unnest($1::text[], $2::text[], $3::text[])`,
    [
      records.map(([kind]) => kind),
      records.map(([, key]) => key),
      records.map(([, , record]) => JSON.stringify(record, write)),
    ],
  )
}

function riskRecord(listing: bigint): MirrorRecords['risk'] {
  const zeros = Object.fromEntries(
    (
      'exposure cursor open granted base openCount unsettled frozenUntil most raised first last window keyedRate ' +
      'keyedStart keyedEnd'
    )
      .split(' ')
      .map((name) => [name, 0n]),
  )
  return { ...(zeros as unknown as MirrorRecords['risk']), listing, group: 1n }
}
