import { type Address, type Client, decodeEventLog, type Hex, hexToBigInt, hexToNumber, numberToHex } from 'viem'
import { getBlock } from 'viem/actions'
import { eventOf, type KeeperEvent, type Source, topics } from './events.ts'

type RawLog = {
  address: Address
  topics: [Hex, ...Hex[]]
  data: Hex
  blockNumber: Hex
  blockHash: Hex
  logIndex: Hex
  blockTimestamp?: Hex
}

/** The parameters of {@link fetchEvents}. */
export type FetchEventsParameters = {
  from: bigint
  to: bigint
  /** Which addresses are which contract; pools that are found are added. */
  sources: Map<Address, Source>
}

/** Nodes refuse longer lists of addresses. */
const addressesInCall = 500

/**
 * Fetches and decodes the events of a range of blocks, in their order, those of pools that were created within it
 * too.
 *
 * @example
 * const events = await fetchEvents(client, { from: 1n, to: 2_000n, sources: sourcesOf(deployment) })
 */
export async function fetchEvents(
  client: Client,
  { from, to, sources }: FetchEventsParameters,
): Promise<KeeperEvent[]> {
  const times = new Map<Hex, bigint>()
  const fetchOf = async (addresses: readonly Address[]): Promise<KeeperEvent[]> => {
    const found: KeeperEvent[] = []
    for (let next = 0; next < addresses.length; next += addressesInCall) {
      const filter = { address: addresses.slice(next, next + addressesInCall), topics: [topics] }
      const range = { fromBlock: numberToHex(from), toBlock: numberToHex(to) }
      const params = [{ ...filter, ...range }] as never
      const logs = (await client.request({ method: 'eth_getLogs', params } as never)) as RawLog[]
      await readTimes(client, logs, times)
      for (const log of logs) {
        const event = decode(log, sources, times)
        if (event) found.push(event)
      }
    }
    return found
  }

  const events = await fetchOf([...sources.keys()])
  const pools = events.filter(({ name }) => name === 'PoolCreated').map(({ args }) => lower(args.pool as Address))
  const unknown = pools.filter((pool) => !sources.has(pool))
  for (const pool of unknown) sources.set(pool, 'pool')
  if (unknown.length > 0) events.push(...(await fetchOf(unknown)))
  return events.sort((a, b) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex)
}

const lower = (address: Address): Address => address.toLowerCase() as Address

function decode(log: RawLog, sources: Map<Address, Source>, times: Map<Hex, bigint>): KeeperEvent | undefined {
  const source = sources.get(lower(log.address))
  const item = source && eventOf(source, log.topics[0])
  if (!source || !item) return undefined
  const { args } = decodeEventLog({ abi: [item], topics: log.topics, data: log.data })
  return {
    ...{ source, name: item.name, address: lower(log.address), args: (args ?? {}) as Record<string, unknown> },
    ...{ blockNumber: hexToBigInt(log.blockNumber), blockHash: log.blockHash, logIndex: hexToNumber(log.logIndex) },
    time: times.get(log.blockHash) as bigint,
  }
}

/** Most nodes put the time of the block into the log; the others are asked for it. */
async function readTimes(client: Client, logs: readonly RawLog[], times: Map<Hex, bigint>): Promise<void> {
  const missing = new Set<Hex>()
  for (const { blockHash, blockTimestamp } of logs) {
    if (blockTimestamp !== undefined) times.set(blockHash, hexToBigInt(blockTimestamp))
    else if (!times.has(blockHash)) missing.add(blockHash)
  }
  await Promise.all(
    [...missing].map(async (blockHash) => {
      const { timestamp } = await getBlock(client, { blockHash })
      times.set(blockHash, timestamp)
    }),
  )
}
