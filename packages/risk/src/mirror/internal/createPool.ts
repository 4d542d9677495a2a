import { firstLevel, wad } from '../../exact/constants.ts'
import type { Transition } from './Transition.ts'

/** What `PoolCreated` tells of a new pool. */
type Created = {
  pool: string
  number: bigint
  curator: string
  asset: string
  r: bigint
  kappa: bigint
  cooldown: bigint
  classes: readonly { rho: bigint; maxLossProbability: bigint }[]
}

/** Makes the records of a new pool. Twin of the constructor of `PoolBase`. */
export async function createPool(records: Transition, created: Created): Promise<void> {
  const now = records.timestamp
  const { pool, number, curator, asset, kappa, cooldown, classes } = created
  const { decimals } = await records.load('token', asset)
  const { journalLength } = await records.ensure('protocol', '', { journalLength: 0n, protocolFee: 0n })
  records.put('poolNumber', `${number}`, { pool })
  for (const [index, { rho, maxLossProbability }] of classes.entries()) {
    records.put('class', `${pool}/${index}`, { q: 0n, a: 0n, rho: rho / 10n ** 14n, maxLossProbability })
  }
  records.put('pool', pool, {
    pool,
    number,
    asset,
    curator,
    decimals,
    grain: decimals > 6n ? 10n ** (decimals - 6n) : 1n,
    virtualShares: 10n ** (18n - decimals),
    r: created.r / 10n ** 14n,
    kappa,
    cooldown,
    classCount: BigInt(classes.length),
    cash: 0n,
    owed: 0n,
    scale: wad,
    unearned: 0n,
    streamRate: 0n,
    streamTime: now,
    unvested: 0n,
    gainsUpdated: 0n,
    gainsEnd: 0n,
    priceBacking: 0n,
    openReserve: 0n,
    openBeyond: 0n,
    full: 0n,
    cursor: journalLength,
    cohorts: 0n,
    lastCohort: 0n,
    cohortsHeld: 0n,
    openRisks: 0n,
    ruined: false,
    level: firstLevel,
    moved: now,
    utilisation: 0n,
    covers: 0n,
    curatorFee: 0n,
    protocolFees: 0n,
    curatorFees: 0n,
    head: 1n,
    tail: 1n,
    supply: 0n,
    queued: 0n,
    totalsS: 0n,
    totalsS2: 0n,
    diverged: '',
    serving: false,
    servingHigh: 0n,
    servingAssets: 0n,
    paying: 0n,
    payingGrains: 0n,
    leavesClaimed: false,
    collecting: false,
    nominal: 0n,
  })
}
