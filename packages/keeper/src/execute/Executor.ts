import {
  buildBlockHeader,
  type PreparedCall,
  prepareRecordBlock,
  prepareSettle,
  prepareSettleRaised,
} from '@bulwark/sdk'
import type { Logger } from '@bulwark/service'
import type { Address, Client, Transport } from 'viem'
import type { Head } from '../chain/ChainFollower.ts'
import type { Action, Task } from '../plan/Action.ts'
import { Backoff } from './Backoff.ts'
import type { Budget } from './Budget.ts'
import { feeFor, type GasPolicy } from './feeFor.ts'
import type { Outcome, Sender } from './Sender.ts'
import { SettlementSizer } from './SettlementSizer.ts'
import { shuffled } from './shuffled.ts'
import { gasLimitOfJob, gasLimitOfTransaction, simulateCall } from './simulateCall.ts'

/** What became of an action in a tick. */
export type Executed = 'sent' | 'refused' | 'waiting' | 'tooDear' | 'overBudget' | 'dryRun' | 'full'

/** The parameters of an {@link Executor}. */
export type ExecutorParameters = {
  keeper: Address
  sender: Sender
  policy: GasPolicy
  budget: Budget
  log: Logger
  /** Transactions on their way at once. */
  maxInFlight: number
  /** Gas of a batch of settlements. */
  batchGas: bigint
  /** Says what would be sent, and sends nothing. */
  dryRun: boolean
  /** Orders batches by chance, so that keepers rarely want the same one. */
  seed: number
  /** Called for every action, for the metrics. */
  onExecuted?: ((action: Action, executed: Executed) => void) | undefined
}

type SettleTask = Extract<Task, { kind: 'settle' }>

/** Simulates actions right before it sends them, within gas policy and budget; what is refused is left alone for a while. */
export class Executor {
  private readonly p: ExecutorParameters
  private readonly backoff = new Backoff()
  private readonly sizer: SettlementSizer
  /** Covers that are on their way to be paid, and those of whom a batch said that nothing is due. */
  private readonly settling = new Map<string, { kind: string; keys: readonly string[]; count: number }>()
  private readonly paying = new Set<string>()
  private reservedFor = new Map<string, bigint>()
  private batches = 0

  constructor(parameters: ExecutorParameters) {
    this.p = parameters
    this.sizer = new SettlementSizer(parameters.batchGas)
  }

  /** Forgets what depended on a branch that was taken back. */
  reset(): void {
    this.backoff.reset()
  }

  /** Takes note of what became of transactions. */
  async conclude(outcomes: readonly Outcome[], head: Head): Promise<void> {
    for (const { sent, state, gasUsed, cost } of outcomes) {
      const reserved = this.reservedFor.get(sent.id) ?? 0n
      this.reservedFor.delete(sent.id)
      await this.p.budget.book(head.time, { reserved, wei: cost })
      const batch = this.settling.get(sent.id)
      this.settling.delete(sent.id)
      for (const key of batch?.keys ?? []) this.paying.delete(key)
      if (batch && state === 'confirmed') this.sizer.learn(batch.kind, batch.count, gasUsed)
      // What was done and is still wanted is done again later and later: nothing may drain the keeper.
      else if (!batch || state === 'reverted') this.backoff.note(sent.id, head.time)
    }
  }

  /** Does what can be done now; true if something is left that only waits for a free place. */
  async execute(client: Client<Transport>, actions: readonly Action[], head: Head): Promise<boolean> {
    let isFull = false
    for (const action of actions) {
      const executed =
        action.task.kind === 'settle'
          ? await this.settle(client, action, action.task, head)
          : await this.one(client, action, head)
      this.p.onExecuted?.(action, executed)
      if (executed === 'full') isFull = true
    }
    return isFull
  }

  private async one(client: Client<Transport>, action: Action, head: Head): Promise<Executed> {
    if (this.isBusy(action.id, head)) return 'waiting'
    const { task } = action
    if (task.kind === 'settle') return 'waiting'
    if (task.kind === 'call') return this.submit(client, action, task.call, head)
    const { header } = await buildBlockHeader(client, { blockNumber: task.block })
    return this.submit(client, action, prepareRecordBlock({ lossProofs: task.lossProofs, header }), head)
  }

  private isBusy(id: string, head: Head): boolean {
    return this.p.sender.inFlight.some((sent) => sent.id === id) || this.backoff.isWaiting(id, head.time)
  }

  private async submit(
    client: Client<Transport>,
    action: Pick<Action, 'id' | 'job' | 'urgency'>,
    call: PreparedCall,
    head: Head,
    given?: bigint,
  ): Promise<Executed> {
    const { sender, policy, budget, log, keeper: from, dryRun, maxInFlight } = this.p
    if (sender.inFlight.length >= maxInFlight) return 'full'
    const fees = feeFor(policy, { urgency: action.urgency, baseFee: head.baseFee })
    if (!fees) return 'tooDear'
    const simulated = await simulateCall(client, { call, from, gas: given })
    if ('refused' in simulated) {
      this.backoff.note(action.id, head.time)
      log.debug({ action: action.id, refused: simulated.refused }, 'not now')
      return 'refused'
    }
    const { gas } = simulated
    if (gas > (gasLimitOfJob[action.job] ?? gasLimitOfTransaction)) {
      this.backoff.note(action.id, head.time)
      log.warn({ action: action.id, gas }, 'takes more gas than it is worth')
      return 'tooDear'
    }
    if (dryRun) {
      log.info({ action: action.id, to: call.to, data: call.data, value: call.value, gas }, 'would be sent')
      return 'dryRun'
    }
    const most = gas * (head.baseFee + fees.maxPriorityFeePerGas) + call.value
    if (!budget.allows(head.time, most)) return 'overBudget'
    const sent = await sender.send(client, action, { call, gas, fees })
    budget.reserve(most)
    this.reservedFor.set(action.id, most)
    log.info({ action: action.id, nonce: sent.nonce, hash: sent.attempts.at(-1)?.hash, gas, ...fees }, 'submitted')
    return 'sent'
  }

  /** Sends as many batches as may be on their way, in an order of its own. */
  private async settle(client: Client<Transport>, action: Action, task: SettleTask, head: Head): Promise<Executed> {
    const { incidents, incident, raise, pool, ids } = task
    const keyOf = (id: bigint) => `${incident}:${raise ?? ''}:${id}`
    const kind = `${incident}:${pool}`
    const open = ids.filter((id) => !this.paying.has(keyOf(id)) && !this.backoff.isWaiting(keyOf(id), head.time))
    if (open.length === 0) return 'waiting'

    let executed: Executed = 'waiting'
    const size = this.sizer.size(kind)
    // Each batch is of neighbours, whose storage lies together; only the order of the batches is chance.
    const batches: bigint[][] = []
    for (let next = 0; next < open.length; next += size) batches.push(open.slice(next, next + size))
    const queue = shuffled(batches, this.p.seed + this.batches)
    for (let batch = queue.shift(); batch; batch = queue.shift()) {
      const call =
        raise === undefined
          ? prepareSettle({ incidents, incident, ids: batch })
          : prepareSettleRaised({ incidents, incident, raise, ids: batch })
      const id = `${action.id}:${this.batches++}`
      const gas = this.sizer.gasFor(kind, batch.length)
      executed = await this.submit(client, { ...action, id }, call, head, gas)
      if (executed === 'sent') {
        const keys = batch.map(keyOf)
        for (const key of keys) this.paying.add(key)
        this.settling.set(id, { kind, keys, count: batch.length })
        continue
      }
      if (executed !== 'refused') return executed
      queue.push(...(await this.split(client, call, { kind, batch, keyOf }, head)))
    }
    return executed
  }

  /** What to try in place of a batch that was refused: one cover must not keep the others from their money. */
  private async split(
    client: Client<Transport>,
    call: PreparedCall,
    { kind, batch, keyOf }: { kind: string; batch: readonly bigint[]; keyOf: (id: bigint) => string },
    head: Head,
  ): Promise<bigint[][]> {
    const again = await simulateCall(client, { call, from: this.p.keeper })
    if ('gas' in again) {
      // It only wanted more gas than was measured.
      this.sizer.learn(kind, batch.length, again.gas)
      return again.gas < gasLimitOfTransaction || batch.length === 1 ? [[...batch]] : halves(batch)
    }
    if (batch.length > 1 && again.refused !== 'NothingToSettle') return halves(batch)
    for (const id of batch) this.backoff.note(keyOf(id), head.time)
    return []
  }
}

function halves(batch: readonly bigint[]): bigint[][] {
  const middle = Math.ceil(batch.length / 2)
  return [batch.slice(0, middle), batch.slice(middle)]
}
