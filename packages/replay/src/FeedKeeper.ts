import { proxyRoundId, type Round, send } from '@bulwark/testkit'
import type { Address } from 'viem'
import { BaseError, ContractFunctionRevertedError } from 'viem'
import type { World } from './usdc2023/world.ts'

/** What the keeper did for a listing. */
export type KeeperMove = {
  did: 'armed' | 'proved' | 'recovered'
  listing: string
  incident: bigint
  /** The round that it named. Missing if it showed that no round has come for too long. */
  round?: Round
  /** Loss ratio granted, WAD. */
  ratio?: bigint
}

/** A listing under watch: its number, levels in the feed's decimals, and a pool that has sold cover on it. */
export type Watched = {
  name: string
  number: bigint
  strike: bigint
  recovery: bigint
  heartbeat: bigint
  witness: Address
}

type Seen = Round & { id: bigint }

/**
 * Watches a feed and does what anyone may: arms, proves and recovers, each as soon as the contract lets it. It tries by
 * simulation, so that the moment is the contract's and not the keeper's.
 */
export class FeedKeeper {
  private readonly seen: Seen[] = []
  private readonly open = new Map<string, bigint>()
  private readonly world: World
  private readonly listings: readonly Watched[]
  private fee: bigint | undefined

  constructor(world: World, listings: readonly Watched[]) {
    this.world = world
    this.listings = listings
  }

  /** Takes note of a round without acting: history from before the story. */
  see(round: Round, localRound: number): void {
    this.seen.push({ ...round, id: proxyRoundId(localRound) })
  }

  /** Acts on the newest round, in blocks of its own time. */
  async act(time: number): Promise<KeeperMove[]> {
    const moves: KeeperMove[] = []
    for (const listing of this.listings) {
      const incident = this.open.get(listing.name)
      const ended = incident === undefined ? undefined : await this.end(listing, incident, time)
      if (ended) moves.push(ended)
      const armed = this.open.has(listing.name) ? undefined : await this.arm(listing, time)
      if (armed) moves.push(armed)
    }
    return moves
  }

  /** Proves or recovers an open incident, if the rounds allow it. */
  private async end({ name }: Watched, incident: bigint, time: number): Promise<KeeperMove | undefined> {
    const [before, newest] = this.seen.slice(-2) as [Seen, Seen]
    const ratio = (await this.attempt(time, 'prove', [incident, newest.id])) as bigint | undefined
    if (ratio !== undefined) {
      this.open.delete(name)
      return { did: 'proved', listing: name, incident, round: newest, ratio }
    }
    // A recovery can be shown once a later round is out; a silence, once it has lasted long enough.
    for (const { id, round } of [
      { id: before.id, round: before },
      { id: newest.id, round: newest },
      { id: newest.id + 1n },
    ]) {
      if ((await this.attempt(time, 'recover', [incident, id])) === undefined) continue
      this.open.delete(name)
      return { did: 'recovered', listing: name, incident, ...(round === undefined ? {} : { round }) }
    }
    return undefined
  }

  private async arm(listing: Watched, time: number): Promise<KeeperMove | undefined> {
    const newest = this.seen.at(-1)
    if (!newest || newest.answer >= listing.strike || newest.updatedAt !== time) return undefined
    const args = [listing.number, this.recoveredAt(listing), newest.id, listing.witness]
    this.fee ??= (await this.read('TRIGGER_FEE')) as bigint
    const incident = (await this.attempt(time, 'arm', args, this.fee)) as bigint | undefined
    if (incident === undefined) return undefined
    this.open.set(listing.name, incident)
    return { did: 'armed', listing: listing.name, incident, round: newest }
  }

  /** The newest round at or past recovery, or after a silence that counts as one, or the first of all. */
  private recoveredAt({ recovery, heartbeat }: Watched): bigint | undefined {
    const recovered = this.seen.findLast(({ answer, updatedAt }, index) => {
      const before = this.seen[index - 1]
      return answer >= recovery || !before || BigInt(updatedAt - before.updatedAt) > heartbeat + 3600n
    })
    return recovered?.id
  }

  private read(functionName: string): Promise<unknown> {
    const { chain, bulwark } = this.world
    return chain.public.readContract({ ...bulwark.incidents, functionName })
  }

  /** Simulates a call to the trigger and sends it if it would succeed; what it returns, or nothing. */
  private async attempt(time: number, functionName: string, args: readonly unknown[], value = 0n): Promise<unknown> {
    const { chain, bulwark } = this.world
    const call = { ...bulwark.priceFeedTrigger, functionName, args, value, account: chain.actors.keeper.address }
    let result: unknown
    try {
      ;({ result } = await chain.public.simulateContract(call))
    } catch (error) {
      if (error instanceof BaseError && error.walk((cause) => cause instanceof ContractFunctionRevertedError)) return
      throw error
    }
    await chain.test.setNextBlockTimestamp({ timestamp: BigInt(time) })
    await send(chain, call)
    return result ?? true
  }
}
