import { proxyRoundId, type Round, send } from '@bulwark/testkit'
import type { Address } from 'viem'
import { BaseError, ContractFunctionRevertedError } from 'viem'
import type { World } from './usdc2023/world.ts'

/** What the keeper did for a listing. */
export type KeeperMove = { did: 'armed' | 'proved' | 'recovered'; listing: string; incident: bigint; ratio?: bigint }

type Watched = { name: string; number: bigint; strike: bigint; recovery: bigint; witness: Address; open?: bigint }

/**
 * Watches a feed and does what anyone may: arms, proves and recovers, each as soon as the contract lets it. It tries by
 * simulation, so that the moment is the contract's and not the keeper's.
 */
export class FeedKeeper {
  private seen: (Round & { id: bigint })[] = []
  private readonly watched: Watched[]
  private readonly world: World
  private readonly fee: bigint

  constructor(world: World, fee: bigint, watched: readonly Omit<Watched, 'open'>[]) {
    this.world = world
    this.fee = fee
    this.watched = watched.map((listing) => ({ ...listing }))
  }

  /** Takes note of a round without acting: history from before the story. */
  see(round: Round, localRound: number): void {
    this.seen.push({ ...round, id: proxyRoundId(localRound) })
  }

  /** Acts on the newest round, in blocks of its own time. */
  async act(time: number): Promise<KeeperMove[]> {
    const moves: KeeperMove[] = []
    for (const listing of this.watched) {
      const ended = listing.open === undefined ? undefined : await this.end(listing, time)
      if (ended) moves.push(ended)
      const armed = listing.open === undefined ? await this.arm(listing, time) : undefined
      if (armed) moves.push(armed)
    }
    return moves
  }

  /** Proves or recovers an open incident, if the rounds allow it. */
  private async end(listing: Watched, time: number): Promise<KeeperMove | undefined> {
    const incident = listing.open as bigint
    const newest = this.seen.at(-1)?.id as bigint
    const ratio = (await this.attempt(time, 'prove', [incident, newest])) as bigint | undefined
    if (ratio !== undefined) {
      delete listing.open
      return { did: 'proved', listing: listing.name, incident, ratio }
    }
    // A recovery can be shown once a later round is out; a silence, once it has lasted long enough.
    for (const round of [newest - 1n, newest, newest + 1n]) {
      if ((await this.attempt(time, 'recover', [incident, round])) === undefined) continue
      delete listing.open
      return { did: 'recovered', listing: listing.name, incident }
    }
    return undefined
  }

  private async arm(listing: Watched, time: number): Promise<KeeperMove | undefined> {
    const newest = this.seen.at(-1)
    if (!newest || newest.answer >= listing.strike || newest.updatedAt !== time) return undefined
    const recovered = this.seen.findLast(({ answer }) => answer >= listing.recovery) ?? this.seen[0]
    const args = [listing.number, recovered?.id, newest.id, listing.witness]
    const incident = (await this.attempt(time, 'arm', args, this.fee)) as bigint | undefined
    if (incident === undefined) return undefined
    listing.open = incident
    return { did: 'armed', listing: listing.name, incident }
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
