import type { Deployment } from '@bulwark/sdk'
import type { Logger, Signer } from '@bulwark/service'
import type { Address, Client, Transport } from 'viem'
import { getBalance } from 'viem/actions'
import { ChainFollower, type Head } from './chain/ChainFollower.ts'
import { sourcesOf } from './chain/events.ts'
import { Nodes } from './chain/Nodes.ts'
import type { KnownEvent } from './config/eventsFile.ts'
import { type PlannedRate, readRatesFile } from './config/ratesFile.ts'
import { Budget } from './execute/Budget.ts'
import { type Executed, Executor } from './execute/Executor.ts'
import type { GasPolicy } from './execute/feeFor.ts'
import { Sender } from './execute/Sender.ts'
import { type Action, type Urgency, urgencies } from './plan/Action.ts'
import { plan } from './plan/plan.ts'
import { planReminders, type Reminder } from './plan/planReminders.ts'
import { KeeperMetrics } from './serve/KeeperMetrics.ts'
import type { KeeperState, RevealState } from './state/KeeperState.ts'
import { StateReader } from './state/StateReader.ts'

/** The parameters of a {@link Keeper}. */
export type KeeperParameters = {
  deployment: Deployment
  rpcUrls: readonly string[]
  signer: Signer
  log: Logger
  policy: GasPolicy
  /** The most to spend in 24 hours of chain time, wei, and the file that remembers it. */
  dailyBudget: bigint
  budgetPath?: string | undefined
  readingSeconds: number
  stuckSeconds: number
  maxInFlight: number
  batchGas: number
  dryRun: boolean
  seed: number
  /** The rates file, read in every tick. */
  ratesPath?: string | undefined
  events?: readonly KnownEvent[] | undefined
  reveals?: readonly RevealState[] | undefined
  assessors?: readonly Address[] | undefined
  /** Assets whose pools are served. @default all */
  assets?: readonly Address[] | undefined
  /** Called once for each reminder. */
  onReminder?: ((reminder: Reminder) => void) | undefined
  /** The machine's clock, milliseconds. @default Date.now */
  now?: (() => number) | undefined
}

/** How a keeper stands. */
export type KeeperStatus = {
  readonly keeper: Address
  /** Did the last tick go well, and lately? */
  readonly isHealthy: boolean
  /** Is it healthy, with gas to pay and budget left? */
  readonly isReady: boolean
  /** Milliseconds of the machine's clock; nothing before the first. */
  readonly lastGoodTick: number | undefined
  readonly ticks: number
  /** What the last failed tick failed with; nothing after a good one. */
  readonly failure: string | undefined
  readonly head: { readonly number: bigint; readonly time: bigint } | undefined
  readonly inFlight: number
  readonly balance: bigint
  readonly budget: { readonly limit: bigint; readonly spent: bigint; readonly isExhausted: boolean }
  readonly planned: { readonly [urgency in Urgency]: number }
}

/** Milliseconds after which a keeper without a good tick is not healthy. */
const patience = 120_000
/** Reads the whole chain and says what has to happen, one tick at a time. */
export class Keeper {
  readonly metrics = new KeeperMetrics()
  private readonly p: KeeperParameters
  private readonly nodes: Nodes
  private readonly follower: ChainFollower
  private readonly reader: StateReader
  private readonly sender: Sender
  private readonly executor: Executor
  private readonly budget: Budget
  private readonly now: () => number
  private readonly reminded = new Set<string>()
  private isChecked = false
  private head: Head | undefined
  private lastGoodTick: number | undefined
  private count = 0
  private failure: string | undefined
  private balance = 0n
  private isExhausted = false
  private planned: Record<Urgency, number> = { urgent: 0, soon: 0, idle: 0 }
  private rates: readonly PlannedRate[] = []

  constructor(parameters: KeeperParameters) {
    const { deployment, rpcUrls, signer, log, policy, dailyBudget, budgetPath, stuckSeconds, now } = parameters
    const { readingSeconds, events, reveals, maxInFlight, batchGas, dryRun, seed } = parameters
    const keeper = signer.address
    this.p = parameters
    this.now = now ?? Date.now
    this.nodes = new Nodes({ rpcUrls, deployment, log })
    this.follower = new ChainFollower({ startBlock: deployment.startBlock, sources: sourcesOf(deployment) })
    const assets = parameters.assets && new Set(parameters.assets.map((asset) => asset.toLowerCase() as Address))
    const reading = { events, reveals, assets, readingInterval: BigInt(readingSeconds) }
    this.reader = new StateReader({ deployment, keeper, ...reading })
    this.budget = new Budget(dailyBudget, budgetPath)
    this.sender = new Sender({
      ...{ account: signer.account, chainId: deployment.chainId, policy, log },
      ...{ stuckAfter: stuckSeconds * 1_000, now: this.now },
    })
    this.executor = new Executor({
      ...{ keeper, sender: this.sender, policy, budget: this.budget, log, maxInFlight, dryRun, seed },
      ...{ batchGas: BigInt(batchGas), onExecuted: (action, executed) => this.noteExecuted(action, executed) },
    })
  }

  /** How it stands now. */
  get status(): KeeperStatus {
    const { lastGoodTick, head, isExhausted, balance } = this
    const isHealthy = lastGoodTick !== undefined && this.now() - lastGoodTick < patience
    return {
      ...{ keeper: this.p.signer.address, isHealthy, isReady: isHealthy && !isExhausted && balance > 0n },
      ...{ lastGoodTick, ticks: this.count, failure: this.failure, inFlight: this.sender.inFlight.length, balance },
      head: head && { number: head.number, time: head.time },
      budget: { limit: this.budget.limit, spent: head ? this.budget.spent(head.time) : 0n, isExhausted },
      planned: { ...this.planned },
    }
  }

  /**
   * Makes sure that the nodes follow the chain of the deployment, and takes up what an earlier run spent.
   *
   * @throws {WrongChainError} if one follows another chain.
   * @throws {CodeMismatchError} if other contracts are there.
   */
  async check(): Promise<void> {
    await this.nodes.check()
    await this.budget.load()
    this.isChecked = true
  }

  /**
   * Reads, plans and does, once.
   *
   * @returns true if there is more to do than may be on its way at once.
   */
  async tick(): Promise<boolean> {
    const started = this.now()
    try {
      const hasMore = await this.work()
      this.lastGoodTick = this.now()
      this.failure = undefined
      this.metrics.ticks.inc({ result: 'good' })
      this.metrics.lastGoodTick.set(this.lastGoodTick / 1_000)
      return hasMore
    } catch (error) {
      this.failure = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : String(error)
      this.metrics.ticks.inc({ result: 'failed' })
      throw error
    } finally {
      this.count++
      this.metrics.duration.observe((this.now() - started) / 1_000)
    }
  }

  private async work(): Promise<boolean> {
    if (!this.isChecked) await this.check()
    const client = await this.nodes.best()
    const head = await this.follow(client)
    const outcomes = await this.sender.follow(client, head.baseFee)
    for (const { sent, state, gasUsed, cost, hash } of outcomes) {
      const { id, job, nonce } = sent
      this.p.log[state === 'confirmed' ? 'info' : 'warn']({ action: id, nonce, hash, gasUsed }, state)
      this.metrics.transactions.inc({ job, state })
      this.metrics.spent.inc({ job }, Number(cost))
      if (state === 'reverted') this.metrics.wasted.inc({ job }, Number(gasUsed))
    }
    await this.executor.conclude(outcomes, head)
    if (this.p.ratesPath) this.rates = await this.readRates(this.p.ratesPath)
    const { index } = this.follower
    const [state, balance] = await Promise.all([
      this.reader.read(client, { head, index, rates: this.rates }),
      getBalance(client, { address: this.p.signer.address }),
    ])
    this.balance = balance
    // Before anything is sent: what cannot be sent for want of gas ends the tick.
    this.noteChain(head)
    const actions = plan(state)
    this.noteActions(actions)
    this.noteState(state)
    this.remind(planReminders(state, this.p.assessors ?? []))
    this.isExhausted = false
    const hasMore = await this.executor.execute(client, actions, head)
    this.noteChain(head)
    return hasMore
  }

  private async follow(client: Client<Transport>): Promise<Head> {
    const before = this.follower.reorganisations
    try {
      this.head = await this.follower.follow(client)
      return this.head
    } finally {
      if (this.follower.reorganisations !== before) {
        this.p.log.warn({ head: this.head?.number }, 'the chain was reorganised')
        // Or it is another chain now: the next tick makes sure before it sends anything.
        this.isChecked = false
        this.nodes.doubt()
        this.executor.reset()
        this.reader.reset()
      }
    }
  }

  /** A rates file that is being written must not stop payouts. */
  private async readRates(path: string): Promise<readonly PlannedRate[]> {
    try {
      return await readRatesFile(path)
    } catch (error) {
      this.p.log.error({ error: (error as Error).message }, 'the rates file cannot be used; the last good one stands')
      return this.rates
    }
  }

  private noteExecuted(action: Action, executed: Executed): void {
    this.metrics.actions.inc({ job: action.job, result: executed })
    if (executed !== 'overBudget' || this.isExhausted) return
    this.isExhausted = true
    const { limit } = this.budget
    this.p.log.error({ action: action.id, limit }, 'the budget of the day is spent: nothing is sent that does not fit')
  }

  private noteActions(actions: readonly Action[]): void {
    for (const urgency of urgencies) {
      this.planned[urgency] = actions.filter((action) => action.urgency === urgency).length
      this.metrics.planned.set({ urgency }, this.planned[urgency])
    }
  }

  private noteState({ head, index, feeds }: KeeperState): void {
    const { incidents, feedAge, feedHeartbeat } = this.metrics
    const statuses = [...index.incidents.values()].map(({ status }) => status)
    for (const status of ['open', 'granted', 'denied', 'lapsed', 'closed'] as const) {
      incidents.set({ status }, statuses.filter((other) => other === status).length)
    }
    // A feed that does not answer any more must not show the age that it had.
    feedAge.reset()
    feedHeartbeat.reset()
    for (const { listing, config, updatedAt } of feeds) {
      if (updatedAt === undefined) continue
      feedAge.set({ listing: String(listing) }, Number(head.time - updatedAt))
      feedHeartbeat.set({ listing: String(listing) }, Number(config.heartbeat))
    }
  }

  private noteChain({ number, time }: Head): void {
    this.metrics.headBlock.set(Number(number))
    this.metrics.headTime.set(Number(time))
    this.metrics.inFlight.set(this.sender.inFlight.length)
    this.metrics.balance.set(Number(this.balance))
    this.metrics.budgetSpent.set(Number(this.budget.spent(time)))
    this.metrics.budgetLimit.set(Number(this.budget.limit))
    this.metrics.reorgs.set(this.follower.reorgs.count)
    this.metrics.reorgDepth.set(this.follower.reorgs.depth)
    this.metrics.budgetExhausted.set(this.isExhausted ? 1 : 0)
  }

  private remind(reminders: readonly Reminder[]): void {
    this.metrics.reminders.set(reminders.length)
    for (const reminder of reminders) {
      if (this.reminded.has(reminder.id)) continue
      this.reminded.add(reminder.id)
      this.p.log.warn({ ...reminder }, 'an assessor has to reveal his award')
      this.p.onReminder?.(reminder)
    }
  }
}
