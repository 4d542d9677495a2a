import type { PreparedCall } from '@bulwark/sdk'
import type { Logger } from '@bulwark/service'
import { type Client, type Hash, type Hex, keccak256, type LocalAccount, type Transport } from 'viem'
import { getTransaction, getTransactionCount, getTransactionReceipt, sendRawTransaction } from 'viem/actions'
import type { Action, Job, Urgency } from '../plan/Action.ts'
import { bumpedFee, type Fees, feeFor, type GasPolicy } from './feeFor.ts'

/** Where a transaction stands: the states of every Bulwark tool. */
export type SentState = 'submitted' | 'confirmed' | 'reverted' | 'replaced' | 'cancelled' | 'unknown'

/** A transaction that was sent. */
export type Sent = {
  readonly id: string
  readonly job: Job | 'cancel'
  readonly urgency: Urgency
  readonly call: PreparedCall
  readonly nonce: number
  readonly gas: bigint
  fees: Fees
  /** The newest last: each replaces the one before. */
  readonly attempts: { readonly hash: Hash; readonly raw: Hex }[]
  /** Milliseconds of the machine's clock. */
  sentAt: number
  /** How often its nonce was seen used without any of the attempts. */
  missing: number
}

/** What became of a transaction. */
export type Outcome = {
  readonly sent: Sent
  readonly state: Exclude<SentState, 'submitted' | 'unknown'>
  readonly hash: Hash | undefined
  readonly gasUsed: bigint
  /** Gas and value, wei. */
  readonly cost: bigint
}

/** The parameters of a {@link Sender}. */
export type SenderParameters = {
  account: LocalAccount
  chainId: number
  policy: GasPolicy
  log: Logger
  /** Milliseconds after which a transaction is stuck, and is sent again for more. */
  stuckAfter: number
  /** The machine's clock, milliseconds. */
  now: () => number
}

/**
 * Signs and sends transactions one nonce after the other and follows each until its nonce is used. Keeps nothing on disk:
 * what an earlier run left pending is read from the chain, waited for, and in the end replaced.
 */
export class Sender {
  private readonly account: LocalAccount
  private readonly chainId: number
  private readonly policy: GasPolicy
  private readonly log: Logger
  private readonly stuckAfter: number
  private readonly now: () => number
  private readonly flying = new Map<number, Sent>()
  private next = 0
  /** Since when the oldest pending nonce is one that this run did not send. */
  private foreign: { nonce: number; since: number; fees: Fees | undefined } | undefined

  constructor({ account, chainId, policy, log, stuckAfter, now }: SenderParameters) {
    this.account = account
    this.chainId = chainId
    this.policy = policy
    this.log = log
    this.stuckAfter = stuckAfter
    this.now = now
  }

  /** What is on its way. */
  get inFlight(): readonly Sent[] {
    return [...this.flying.values()]
  }

  /** Signs a call and sends it. */
  async send(
    client: Client<Transport>,
    { id, job, urgency }: Pick<Action, 'id' | 'job' | 'urgency'>,
    { call, gas, fees }: { call: PreparedCall; gas: bigint; fees: Fees },
  ): Promise<Sent> {
    const pending = await getTransactionCount(client, { address: this.account.address, blockTag: 'pending' })
    const nonce = Math.max(pending, this.next)
    const sent: Sent = {
      ...{ id, job, urgency, call, nonce, gas, fees, attempts: [], sentAt: this.now(), missing: 0 },
    }
    // Before it is sent: whether it arrived is not known if the answer is lost.
    this.flying.set(nonce, sent)
    this.next = nonce + 1
    try {
      await this.attempt(client, sent, fees)
    } catch (error) {
      this.flying.delete(nonce)
      this.next = nonce
      throw error
    }
    return sent
  }

  /** Looks after what is on its way: what became of it, and what is stuck or was dropped. */
  async follow(client: Client<Transport>, baseFee: bigint): Promise<readonly Outcome[]> {
    const { address } = this.account
    const [used, pending] = await Promise.all([
      getTransactionCount(client, { address, blockTag: 'latest' }),
      getTransactionCount(client, { address, blockTag: 'pending' }),
    ])
    const outcomes: Outcome[] = []
    for (const sent of [...this.flying.values()].sort((a, b) => a.nonce - b.nonce)) {
      const outcome = sent.nonce < used ? await this.conclude(client, sent) : undefined
      if (outcome) {
        outcomes.push(outcome)
        this.flying.delete(sent.nonce)
      } else if (sent.nonce >= used) await this.nurse(client, sent, baseFee)
    }
    if (this.flying.size === 0) this.next = 0
    await this.takeOver(client, { used, pending, baseFee })
    return outcomes
  }

  private async attempt(client: Client<Transport>, sent: Sent, fees: Fees): Promise<void> {
    const { call, nonce, gas } = sent
    const { to, data, value } = call
    const raw = await this.account.signTransaction({
      ...({ type: 'eip1559', chainId: this.chainId, to, data, value, nonce, gas } as const),
      ...fees,
    })
    const attempt = { hash: keccak256(raw), raw }
    sent.attempts.push(attempt)
    try {
      await sendRawTransaction(client, { serializedTransaction: raw })
    } catch (error) {
      if (!isKnown(error)) {
        sent.attempts.pop()
        throw error
      }
    }
    sent.fees = fees
    sent.sentAt = this.now()
  }

  /** Its nonce is used: by which of the attempts, or by something else? */
  private async conclude(client: Client<Transport>, sent: Sent): Promise<Outcome | undefined> {
    for (const { hash } of [...sent.attempts].reverse()) {
      const receipt = await getTransactionReceipt(client, { hash }).catch((error: Error) => {
        if (error.name === 'TransactionReceiptNotFoundError') return undefined
        throw error
      })
      if (!receipt) continue
      const { status, gasUsed, effectiveGasPrice } = receipt
      const value = status === 'success' ? sent.call.value : 0n
      const cost = gasUsed * effectiveGasPrice + value
      const state = sent.job === 'cancel' ? 'cancelled' : status === 'success' ? 'confirmed' : 'reverted'
      return { sent, state, hash, gasUsed, cost }
    }
    // A node behind a balancer may know the count before the receipt: it is believed the third time.
    if (++sent.missing < 3) return undefined
    return { sent, state: 'replaced', hash: undefined, gasUsed: 0n, cost: 0n }
  }

  /** Its nonce is not used: send it again if it was dropped, for more if it is stuck. */
  private async nurse(client: Client<Transport>, sent: Sent, baseFee: bigint): Promise<void> {
    const last = sent.attempts.at(-1)
    if (!last) return
    const known = await getTransaction(client, { hash: last.hash }).catch((error: Error) => {
      if (error.name === 'TransactionNotFoundError') return undefined
      throw error
    })
    let isRefused = false
    if (!known) {
      this.log.warn({ id: sent.id, nonce: sent.nonce, hash: last.hash }, 'a transaction was dropped, sending it again')
      try {
        await sendRawTransaction(client, { serializedTransaction: last.raw })
      } catch (error) {
        // As it was, the node does not want it any more: it has to cost more now.
        isRefused = !isKnown(error)
      }
    }
    if (!isRefused && this.now() - sent.sentAt < this.stuckAfter) return
    const fees = bumpedFee(this.policy, { urgency: sent.urgency, baseFee, before: sent.fees })
    if (!fees) {
      this.log.warn({ id: sent.id, nonce: sent.nonce }, 'a transaction is stuck and may not cost more')
      sent.sentAt = this.now()
      return
    }
    this.log.warn({ id: sent.id, nonce: sent.nonce, ...fees }, 'a transaction is stuck, sending it again for more')
    await this.attempt(client, sent, fees).catch((error: Error) => {
      // The next attempt starts from here.
      sent.fees = fees
      this.log.warn({ id: sent.id, nonce: sent.nonce, error: error.message.slice(0, 200) }, 'the node did not take it')
    })
  }

  /** Nonces that an earlier run left pending: waited for, then replaced by nothing. */
  private async takeOver(
    client: Client<Transport>,
    { used, pending, baseFee }: { used: number; pending: number; baseFee: bigint },
  ): Promise<void> {
    if (pending <= used || this.flying.has(used)) {
      this.foreign = undefined
      return
    }
    if (this.foreign?.nonce !== used) {
      this.foreign = { nonce: used, since: this.now(), fees: undefined }
      this.log.info({ nonce: used, pending }, 'an earlier run left transactions pending')
      return
    }
    if (this.now() - this.foreign.since < this.stuckAfter) return
    const before = this.foreign.fees
    const at = { urgency: 'urgent', baseFee } as const
    const fees = before ? bumpedFee(this.policy, { ...at, before }) : feeFor(this.policy, at)
    if (!fees) return
    this.foreign = { nonce: used, since: this.now(), fees }
    const call: PreparedCall = { to: this.account.address, data: '0x', value: 0n }
    const nothing: Sent = {
      ...{ id: `cancel:${used}`, job: 'cancel', urgency: 'urgent', call, nonce: used, gas: 21_000n, fees },
      ...{ attempts: [], sentAt: this.now(), missing: 0 },
    }
    this.log.warn({ nonce: used, ...fees }, 'replacing what an earlier run left stuck')
    await this.attempt(client, nothing, fees).catch((error: unknown) => {
      if (!isUnderpriced(error)) throw error
    })
    if (nothing.attempts.length > 0) this.flying.set(used, nothing)
  }
}

const textOf = (error: unknown): string => {
  const { message, details } = error as { message?: string; details?: string }
  return `${message ?? ''} ${details ?? ''}`.toLowerCase()
}

/** The node has it already: it was sent before, and the answer was lost. */
function isKnown(error: unknown): boolean {
  return /already known|already imported|known transaction/.test(textOf(error))
}

/** The node wants more for a replacement. */
function isUnderpriced(error: unknown): boolean {
  return /underpriced/.test(textOf(error))
}
