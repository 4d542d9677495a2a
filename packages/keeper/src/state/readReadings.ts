import {
  type FrozenConfig,
  getArmedReading,
  getFrozenConfig,
  getKeeperTime,
  getMark,
  getReading,
  getReadingLevels,
  getReadingSpan,
  type ReadingLevels,
} from '@bulwark/sdk'
import { type Address, parseAbi } from 'viem'
import { readContract } from 'viem/actions'
import type { OutageState, ReadingState } from './KeeperState.ts'
import { isRevert, type ReadContext } from './StateReader.ts'
import { soldListings } from './soldListings.ts'

type Fixed = { levels: ReadingLevels & { gap: bigint }; keeperTime: bigint; frozen: FrozenConfig | undefined }

const uptimeAbi = parseAbi([
  'function latestRoundData() view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)',
  'function getRoundData(uint80 roundId) view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)',
])

/** Reads the listings of the reading triggers that somebody has cover on, or could have, in turns. */
export class ReadingReader {
  private readonly interval: bigint
  private readonly fixed = new Map<bigint, Fixed>()
  private readonly readAt = new Map<bigint, bigint>()

  constructor(interval: bigint) {
    this.interval = interval
  }

  /** Those whose turn it is; one under proof has it in every tick. */
  async read(context: ReadContext): Promise<readonly ReadingState[]> {
    const { contracts, index, now } = context
    const marked = [contracts.vaultLossTrigger, contracts.reserveTrigger].filter((trigger) => trigger !== undefined)
    const triggers = [...marked, contracts.deficitTrigger, contracts.frozenTrigger].filter((one) => one !== undefined)
    const open = new Set<bigint>()
    for (const { status, listing } of index.incidents.values()) if (status === 'open') open.add(listing)
    const states = triggers.flatMap((trigger) =>
      // Nothing is sold before there is a mark, so those with a rate are looked after too. Not those without:
      // anybody may list, and would have the keeper pay for looking.
      soldListings(index, trigger, { rated: marked.includes(trigger) }).map(async ({ number }) => {
        const last = this.readAt.get(number)
        if (last !== undefined && now >= last && now < last + this.interval && !open.has(number)) return undefined
        const state = await this.readListing(context, trigger, number)
        this.readAt.set(number, now)
        return state
      }),
    )
    return (await Promise.all(states)).filter((state) => state !== undefined)
  }

  /** Outages of sequencers that nobody has proven yet. */
  async readOutages({ client, contracts, index, blockNumber, now }: ReadContext): Promise<readonly OutageState[]> {
    const { frozenTrigger } = contracts
    if (!frozenTrigger) return []
    const states = soldListings(index, frozenTrigger).map(async ({ number: listing }) => {
      const config = this.fixed.get(listing)?.frozen
      if (config?.kind !== 'outage') return undefined
      const read = { address: config.target, abi: uptimeAbi, blockNumber } as const
      try {
        const [latest, answer, startedAt] = await readContract(client, { ...read, functionName: 'latestRoundData' })
        if (answer === 1n) return { listing, config, round: latest, from: startedAt, until: now }
        const args = [latest - 1n] as const
        const [round, before, from] = await readContract(client, { ...read, functionName: 'getRoundData', args })
        return before === 1n ? { listing, config, round, from, until: startedAt } : undefined
      } catch (error) {
        if (isRevert(error)) return undefined
        throw error
      }
    })
    const found = (await Promise.all(states)).filter((state) => state !== undefined)
    return found.filter(({ listing, round }) => !index.outages.get(listing)?.has(round))
  }

  private async readListing(
    { client, contracts, blockNumber }: ReadContext,
    trigger: Address,
    listing: bigint,
  ): Promise<ReadingState | undefined> {
    const at = { trigger, listing, blockNumber }
    try {
      const fixed = this.fixed.get(listing) ?? (await this.readFixed(client, contracts.frozenTrigger, trigger, listing))
      this.fixed.set(listing, fixed)
      const { levels, keeperTime, frozen } = fixed
      if (frozen?.kind === 'outage') return undefined
      const isMarked = trigger === contracts.vaultLossTrigger || trigger === contracts.reserveTrigger
      const [reading, incident, mark] = await Promise.all([
        getReading(client, at),
        getArmedReading(client, at),
        isMarked ? getMark(client, at).catch(() => undefined) : undefined,
      ])
      const span = incident === 0n ? undefined : await getReadingSpan(client, { trigger, incident, blockNumber })
      return { listing, trigger, reading, levels, keeperTime, mark, span: span && { ...span, incident } }
    } catch (error) {
      if (isRevert(error)) return undefined
      throw error
    }
  }

  private async readFixed(
    client: ReadContext['client'],
    frozenTrigger: Address | undefined,
    trigger: Address,
    listing: bigint,
  ): Promise<Fixed> {
    const [levels, keeperTime, frozen] = await Promise.all([
      getReadingLevels(client, { trigger, listing }),
      getKeeperTime(client, { trigger }),
      trigger === frozenTrigger ? getFrozenConfig(client, { frozenTrigger: trigger, listing }) : undefined,
    ])
    return { levels, keeperTime, frozen }
  }
}
