import {
  type Deployment,
  getFunding,
  getIncidentBounds,
  getLossProofsBounds,
  getRate,
  getRateBounds,
  getRatePace,
  getRuling,
  simulateStep,
  type Verdict,
} from '@bulwark/sdk'
import { type Address, type Client, erc20Abi, type Transport } from 'viem'
import { readContract } from 'viem/actions'
import type { Head } from '../chain/ChainFollower.ts'
import type { KnownEvent } from '../config/eventsFile.ts'
import type { PlannedRate } from '../config/ratesFile.ts'
import type { ChainIndex } from './ChainIndex.ts'
import type { KeeperContracts, KeeperState, RateState, RevealState } from './KeeperState.ts'
import { readCourt } from './readCourt.ts'
import { FeedStateReader } from './readFeeds.ts'
import { ReadingReader } from './readReadings.ts'
import { ReportReader } from './readReports.ts'

/** The parameters of a {@link StateReader}. */
export type StateReaderParameters = {
  deployment: Deployment
  keeper: Address
  /** Insured events that quote signers published. */
  events?: readonly KnownEvent[] | undefined
  /** What the assessor whom the keeper serves committed himself to. */
  reveals?: readonly RevealState[] | undefined
  /** Assets whose pools are served, in lower case. @default all */
  assets?: ReadonlySet<Address> | undefined
  /** Seconds of chain time between two looks at what a reading trigger watches. */
  readingInterval: bigint
}

/** What the parts of the reader are given. */
export type ReadContext = {
  readonly client: Client<Transport>
  readonly blockNumber: bigint
  readonly now: bigint
  readonly index: ChainIndex
  readonly contracts: KeeperContracts
  readonly keeper: Address
}

/** Reads what a plan needs and events do not tell, at one block; what never changes is read once. */
export class StateReader {
  private readonly contracts: KeeperContracts
  private readonly keeper: Address
  private readonly reveals: readonly RevealState[]
  private readonly assets: ReadonlySet<Address> | undefined
  private feeds = new FeedStateReader()
  private readings: ReadingReader
  private readonly readingInterval: bigint
  private readonly reports: ReportReader
  private readonly decimals = new Map<Address, number>()
  private readonly cursors = new Map<Address, bigint>()
  private bounds: { triggerFee: bigint; settlementWindow: bigint } | undefined
  private grid: KeeperState['grid']

  constructor(parameters: StateReaderParameters) {
    const { deployment, keeper, events = [], reveals = [], assets, readingInterval } = parameters
    this.assets = assets
    const entries = Object.entries(deployment.contracts).map(([name, contract]) => {
      return [name, contract?.address.toLowerCase() as Address | undefined]
    })
    this.contracts = Object.fromEntries(entries) as KeeperContracts
    this.keeper = keeper
    this.reveals = reveals
    this.readingInterval = readingInterval
    this.readings = new ReadingReader(readingInterval)
    this.reports = new ReportReader(events)
  }

  /** Everything as of one block. */
  async read(
    client: Client<Transport>,
    { head, index: whole, rates }: { head: Head; index: ChainIndex; rates: readonly PlannedRate[] },
  ): Promise<KeeperState> {
    const index = this.assets ? servedOf(whole, this.assets) : whole
    const { contracts, keeper } = this
    const context = { client, blockNumber: head.number, now: head.time, index, contracts, keeper }
    const incidents = contracts.incidents as Address
    this.bounds ??= await getIncidentBounds(client, { incidents })
    if (contracts.lossProofs && !this.grid) {
      const { grid: step, history } = await getLossProofsBounds(client, { lossProofs: contracts.lossProofs })
      this.grid = { step, history }
    }
    const [, cursors, verdicts, levels, feeds, readings, outages, reports, cases, paced] = await Promise.all([
      this.readDecimals(context),
      this.readCursors(context),
      readVerdicts(context),
      readLevels(context),
      this.feeds.read(context),
      this.readings.read(context),
      this.readings.readOutages(context),
      this.reports.read(context),
      readCourt(context),
      readRates(context, rates),
    ])
    return {
      ...{ head, keeper, contracts, index, ...this.bounds, grid: this.grid, decimals: this.decimals },
      ...{ cursors, verdicts, levels, feeds, readings, outages, reports, cases, ...paced },
      reveals: this.reveals,
    }
  }

  /** What was read may belong to a branch that was taken back. */
  reset(): void {
    this.cursors.clear()
    this.feeds = new FeedStateReader()
    this.readings = new ReadingReader(this.readingInterval)
  }

  private async readDecimals({ client, index }: ReadContext): Promise<void> {
    const assets = new Set([...index.pools.values()].map(({ asset }) => asset))
    await Promise.all(
      [...assets].map(async (address) => {
        if (this.decimals.has(address)) return
        const read = { address, abi: erc20Abi, functionName: 'decimals' } as const
        this.decimals.set(address, await readContract(client, read))
      }),
    )
  }

  /** A pool says how far it has come when it is told to step past nothing. */
  private async readCursors({ client, index, blockNumber }: ReadContext): Promise<ReadonlyMap<Address, bigint>> {
    const length = BigInt(index.journal.length)
    await Promise.all(
      [...index.pools.keys()].map(async (pool) => {
        if ((this.cursors.get(pool) ?? -1n) === length) return
        const { result } = await simulateStep(client, { pool, max: 0n, blockNumber })
        this.cursors.set(pool, result)
      }),
    )
    return new Map(this.cursors)
  }
}

function servedOf(index: ChainIndex, assets: ReadonlySet<Address>): ChainIndex {
  return { ...index, pools: new Map([...index.pools].filter(([, { asset }]) => assets.has(asset))) }
}

async function readVerdicts({ client, index, blockNumber }: ReadContext): Promise<ReadonlyMap<bigint, Verdict>> {
  const verdicts = new Map<bigint, Verdict>()
  const open = [...index.incidents.values()].filter(({ status }) => status === 'open')
  await Promise.all(
    open.map(async ({ number, listing, second }) => {
      const listed = index.listings.get(listing)
      const adjudicator = second ? listed?.secondAdjudicator : listed?.adjudicator
      if (!adjudicator) return
      try {
        const { verdict } = await getRuling(client, { adjudicator, incident: number, blockNumber })
        verdicts.set(number, verdict)
      } catch (error) {
        // Anybody may be the second adjudicator: one that reverts has ruled nothing.
        if (!isRevert(error)) throw error
      }
    }),
  )
  return verdicts
}

async function readLevels({ client, index, blockNumber }: ReadContext): Promise<ReadonlyMap<string, bigint>> {
  const levels = new Map<string, bigint>()
  const short: { pool: Address; incident: bigint }[] = []
  for (const pool of index.pools.values()) {
    for (const { incident, released } of pool.reserves.values()) {
      if (released) continue
      const settled = index.incidents.get(incident)?.settled ?? new Map()
      for (const [id, { claim, paid }] of settled) {
        if (paid >= claim || id >> 40n !== pool.number) continue
        short.push({ pool: pool.address, incident })
        break
      }
    }
  }
  await Promise.all(
    short.map(async ({ pool, incident }) => {
      levels.set(`${pool}:${incident}`, await getFunding(client, { pool, incident, blockNumber }))
    }),
  )
  return levels
}

async function readRates(
  { client, contracts, blockNumber, now }: ReadContext,
  planned: readonly PlannedRate[],
): Promise<Pick<KeeperState, 'rates' | 'pace'>> {
  const valid = planned.filter(({ validFrom, validUntil }) => validFrom <= now && now <= validUntil)
  if (valid.length === 0) return { rates: [], pace: { riseTime: 0n, fallTime: 0n } }
  const listings = contracts.listings as Address
  const [pace, ...rates] = await Promise.all([
    getRatePace(client, { listings, blockNumber }),
    ...valid.map(async ({ listing, rate: target, dataHash, modelHash }): Promise<RateState> => {
      const [posted, bounds] = await Promise.all([
        getRate(client, { listings, listing, blockNumber }),
        getRateBounds(client, { listings, listing, blockNumber }),
      ])
      return { listing, target, dataHash, modelHash, ...posted, ...bounds }
    }),
  ])
  return { pace, rates }
}

/** Did the contract refuse, and not the node? */
export function isRevert(error: unknown): boolean {
  for (let cause = error as Error | undefined; cause; cause = cause.cause as Error | undefined) {
    if (['ContractFunctionRevertedError', 'ContractFunctionZeroDataError'].includes(cause.name)) return true
  }
  return false
}
