import { type Deployed, send, TransactionRevertedError } from '@bulwark/testkit'
import { type Address, type Hex, maxUint256 } from 'viem'
import type { PoolFigures } from './events.ts'
import { pools as plannedPools } from './plan.ts'
import type { World } from './world.ts'

/** Errors that say that there is nothing to do, where that is right. */
const idle = [
  'NothingToSettle',
  'NothingToRelease',
  'CooldownNotOver',
  'ExitNotPayable',
  'UnknownRequest',
  'ExitsFrozen',
]

/** Reads and writes the chain of the story by the names that the story uses. Every transaction is dated. */
export class WorldClient {
  readonly world: World

  constructor(world: World) {
    this.world = world
  }

  pool(name: string): Deployed {
    return this.world.pools.get(name) as Deployed
  }

  person(name: string): Address {
    return this.world.people.get(name)?.address as Address
  }

  listing(name: string): bigint {
    return this.world.listings.get(name) as bigint
  }

  /** The risk that a listing without keys is. */
  risk(listing: string): Hex {
    return `0x${this.listing(listing).toString(16).padStart(64, '0')}`
  }

  read(contract: Deployed, functionName: string, args: readonly unknown[] = []): Promise<unknown> {
    return this.world.chain.public.readContract({ ...contract, functionName, args })
  }

  async figures(pool: string): Promise<PoolFigures> {
    const { high, scr } = (await this.read(this.pool(pool), 'capital')) as { high: bigint; scr: bigint }
    return { pool, high, scr }
  }

  balance(pool: string, who: string): Promise<bigint> {
    return this.read(this.token(pool), 'balanceOf', [this.person(who)]) as Promise<bigint>
  }

  private token(pool: string): Deployed {
    const planned = plannedPools.find(({ name }) => name === pool)
    return this.world.tokens[planned?.asset ?? 'USDT']
  }

  /** Gives somebody what an action needs, and approves the pool. */
  async give(at: number, { pool, who, amount }: { pool: string; who: string; amount: bigint }): Promise<void> {
    const token = this.token(pool)
    await this.send(at, token, 'mint', [this.person(who), amount])
    await this.send(at, token, 'approve', [this.pool(pool).address, maxUint256], who)
  }

  /** Dates the next block. Several may share a second. */
  async setTime(at: number): Promise<void> {
    await this.world.chain.test.setNextBlockTimestamp({ timestamp: BigInt(at) })
  }

  async mine(at: number): Promise<void> {
    await this.setTime(at)
    await this.world.chain.test.mine({ blocks: 1 })
  }

  /**
   * Sends a transaction in a block of its own.
   *
   * @param who by name. @default the keeper, for what anyone may do
   */
  async send(at: number, contract: Deployed, functionName: string, args: readonly unknown[], who?: string) {
    const { chain, bulwark } = this.world
    const account = who === undefined ? chain.actors.keeper : this.person(who)
    const errors = [...bulwark.pool.abi, ...bulwark.incidents.abi, ...bulwark.listings.abi]
    await this.setTime(at)
    await send(chain, { ...contract, functionName, args, account, errors })
  }

  /** Like `send`, where it is right that there may be nothing to do. */
  async sendIfNeeded(at: number, contract: Deployed, functionName: string, args: readonly unknown[]): Promise<void> {
    const error = await this.attempt(this.send(at, contract, functionName, args))
    if (error && !idle.includes(error.errorName ?? '')) throw error
  }

  /** The error of a transaction that may revert. */
  async attempt(sending: Promise<void>): Promise<TransactionRevertedError | undefined> {
    try {
      await sending
    } catch (error) {
      if (error instanceof TransactionRevertedError) return error
      throw error
    }
    return undefined
  }
}
