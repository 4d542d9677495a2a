import { incidentsAbi, poolAbi, reportTriggerAbi } from '@bulwark/sdk'
import { type Address, erc20Abi, parseAbi } from 'viem'
import type { World } from '../world/World.ts'

const aggregatorAbi = parseAbi([
  'event AnswerUpdated(int256 indexed current, uint256 indexed roundId, uint256 updatedAt)',
])

/** A round of a feed. */
export type Round = { readonly answer: bigint; readonly time: bigint }

/** A cover, as its pool's events tell it; units of the pool's asset, Unix seconds. */
export type SoldCover = {
  readonly id: bigint
  readonly pool: Address
  readonly listing: bigint
  readonly key: string
  readonly owner: Address
  readonly amount: bigint
  readonly start: bigint
  end: bigint
  cancelledAt: bigint | undefined
}

/** What a cover was paid. */
export type Paid = {
  readonly incident: bigint
  readonly id: bigint
  readonly to: Address
  readonly claim: bigint
  readonly payout: bigint
  readonly time: bigint
}

/** An incident. */
export type Happened = {
  readonly number: bigint
  readonly listing: bigint
  readonly key: string
  readonly lossTime: bigint
  ratio: bigint | undefined
  closed: boolean
}

/** What happened on the canonical chain, read from its logs alone. */
export type History = {
  readonly rounds: readonly [readonly Round[], readonly Round[]]
  readonly covers: readonly SoldCover[]
  readonly incidents: readonly Happened[]
  readonly paid: readonly Paid[]
  readonly reports: readonly { readonly listing: bigint; readonly key: string; readonly standsFrom: bigint }[]
  readonly refunds: bigint
  /** What holders got from pools, units. */
  readonly received: bigint
  /** What pools say that they paid on claims, units. */
  readonly claimsPaid: bigint
}

/** Reads the history of a world from its node, past every proxy. */
export async function readHistory(world: World): Promise<History> {
  const { chain, template } = world
  const client = chain.public
  const head = await client.getBlockNumber()
  const range = { fromBlock: 1n, toBlock: head } as const
  const times = new Map<bigint, bigint>()
  const timeOf = async (blockNumber: bigint): Promise<bigint> => {
    const known = times.get(blockNumber)
    if (known !== undefined) return known
    const { timestamp } = await client.getBlock({ blockNumber })
    times.set(blockNumber, timestamp)
    return timestamp
  }
  const rounds = await Promise.all(
    template.depegs.map(async ({ feed }) => {
      const logs = await client.getContractEvents({
        ...range,
        address: feed.aggregator,
        abi: aggregatorAbi,
        strict: true,
      })
      return logs.map(({ args }): Round => ({ answer: args.current, time: args.updatedAt }))
    }),
  )
  const covers = new Map<bigint, SoldCover>()
  let [refunds, claimsPaid] = [0n, 0n]
  for (const pool of template.pools) {
    const logs = await client.getContractEvents({ ...range, address: pool, abi: poolAbi, strict: true })
    for (const { eventName, args, blockNumber } of logs) {
      const time = await timeOf(blockNumber)
      if (eventName === 'CoverBought') {
        const { id, listing, key, owner, amount, end } = args
        covers.set(id, { id, pool, listing, key, owner, amount, end, start: time, cancelledAt: undefined })
      } else if (eventName === 'CoverExtended') Object.assign(covers.get(args.id) ?? {}, { end: args.end })
      else if (eventName === 'CoverCancelled') {
        Object.assign(covers.get(args.id) ?? {}, { cancelledAt: time })
        refunds += args.refund
      } else if (eventName === 'ClaimsPaid') claimsPaid += args.payout
    }
  }
  const incidents = new Map<bigint, Happened>()
  const paid: Paid[] = []
  const address = world.at('incidents')
  for (const { eventName, args, blockNumber } of await client.getContractEvents({
    ...range,
    address,
    abi: incidentsAbi,
    strict: true,
  })) {
    if (eventName === 'IncidentOpened') {
      const { incident: number, listing, key, lossTime } = args
      incidents.set(number, { number, listing, key, lossTime, ratio: undefined, closed: false })
    } else if (eventName === 'IncidentGranted') Object.assign(incidents.get(args.incident) ?? {}, { ratio: args.share })
    else if (eventName === 'IncidentClosed') Object.assign(incidents.get(args.incident) ?? {}, { closed: true })
    else if (eventName === 'CoverSettled') paid.push({ ...args, time: await timeOf(blockNumber) })
  }
  const reports = await client.getContractEvents({
    ...range,
    address: world.at('reportTrigger'),
    abi: reportTriggerAbi,
    eventName: 'Reported',
    strict: true,
  })
  const holders = chain.actors.holders.map((holder) => holder.address)
  const transfers = await client.getContractEvents({
    ...{ ...range, address: template.usd, abi: erc20Abi, eventName: 'Transfer', strict: true },
    args: { from: [...template.pools], to: holders },
  })
  return {
    ...{ rounds: rounds as unknown as History['rounds'], covers: [...covers.values()], paid, refunds, claimsPaid },
    incidents: [...incidents.values()],
    reports: reports.map(({ args: { listing, key, standsFrom } }) => ({ listing, key, standsFrom })),
    received: transfers.reduce((sum, { args: { value } }) => sum + value, 0n),
  }
}
