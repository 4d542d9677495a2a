import type { PreparedCall } from '@bulwark/sdk'
import { type Address, formatEther, formatGwei, type Hex, type TransactionReceipt } from 'viem'
import { UsageError } from '../errors.ts'
import { parseAmount } from '../parse/parseAmount.ts'
import { parseCount } from '../parse/parseCount.ts'
import { optionOf } from '../program/inputs.ts'
import type { Context, Fields, Section } from '../program/types.ts'
import type { Sender } from './chooseSender.ts'
import { confirm } from './confirm.ts'
import type { Connection } from './connect.ts'
import { sendStep } from './sendStep.ts'
import { simulateSteps } from './simulateSteps.ts'
import type { Transaction } from './transactionStates.ts'

/** One transaction of a plan. */
export type Step = {
  /** What it does, as in "approve 12 USDC". */
  readonly label: string
  /** The contract's name. */
  readonly contract: string
  readonly call: PreparedCall
}

/** What is about to be sent. */
export type Plan = {
  /** What it is for, as in "Buy cover". */
  readonly title: string
  /** What the person should know before saying yes. */
  readonly facts: Fields
  /** The worst that can come of it, in a sentence. */
  readonly worst: string
  readonly steps: readonly Step[]
}

/** What came of a plan. */
export type Outcome = {
  /** True if nothing was sent. */
  readonly dryRun: boolean
  readonly from: Address
  readonly transactions: readonly Transaction[]
  /** What the last step returned when it was simulated; undefined if that was not possible. */
  readonly returned: Hex | undefined
  /** Empty after a dry run. */
  readonly receipts: readonly TransactionReceipt[]
}

/**
 * Simulates a plan, shows it, asks, and sends its transactions one after the other.
 *
 * @throws {AbortedError} if the answer is no, or nobody can be asked.
 * @throws {ContractError} if a contract of Bulwark reverts.
 * @throws {RevertedError} if something else does.
 * @throws {PendingError} if a transaction is not mined in time.
 * @example
 * const { receipts } = await transact(context, connection, sender, plan)
 */
export async function transact(context: Context, connection: Connection, sender: Sender, plan: Plan): Promise<Outcome> {
  const { talk, options } = context
  const limits = readLimits(context)
  const { steps } = plan
  const done = talk.wait('Simulating')
  const simulated = await simulateSteps(connection, sender.address, steps).finally(done)
  const returned = simulated.at(-1)?.returned
  const from = sender.address
  describePlan(context, connection, sender, plan)
  if (options.dryRun === true) {
    const transactions = steps.map(({ label, call }): Transaction => ({ label, to: call.to, state: 'idle' }))
    talk.say('Dry run: simulated, and nothing was sent.')
    return { dryRun: true, from, transactions, returned, receipts: [] }
  }
  if (steps.length === 0) return { dryRun: false, from, transactions: [], returned, receipts: [] }
  await confirm(context)
  const account = await sender.open()
  const transactions: Transaction[] = []
  const receipts: TransactionReceipt[] = []
  for (const step of steps) {
    const sent = await sendStep({ talk, connection, account, step, limits, before: transactions })
    transactions.push(sent.transaction)
    receipts.push(sent.receipt)
  }
  return { dryRun: false, from, transactions, returned, receipts }
}

/** How long to wait, how deep, and how much gas may cost. */
export type Limits = {
  readonly timeout: number
  readonly confirmations: number
  /** Wei. */
  readonly maxFee: bigint | undefined
}

function readLimits(context: Context): Limits {
  const timeout = parseCount(optionOf(context, 'timeout') ?? '120', { what: 'timeout', least: 1n, most: 86_400n })
  const count = optionOf(context, 'confirmations') ?? '1'
  const confirmations = parseCount(count, { what: 'number of confirmations', least: 1n, most: 256n })
  const fee = optionOf(context, 'maxFee')
  const maxFee =
    fee === undefined ? undefined : parseAmount(fee, { what: 'highest fee', decimals: 9, symbol: 'A gwei' })
  if (maxFee !== undefined && maxFee > 10n ** 14n) {
    throw new UsageError(`The highest fee of ${formatGwei(maxFee)} gwei is more than 100,000.`)
  }
  return { timeout: Number(timeout) * 1_000, confirmations: Number(confirmations), maxFee }
}

function describePlan({ talk }: Context, connection: Connection, sender: Sender, plan: Plan): void {
  const { deployment } = connection
  const value = plan.steps.reduce((sum, { call }) => sum + call.value, 0n)
  const rows: Fields = [
    ['chain', `${deployment.chainId} (${deployment.name})`],
    ['from', sender.name === sender.address ? sender.address : `${sender.address} (${sender.name})`],
    ...plan.steps.map(({ label, contract, call }, index): [string, string] => [
      plan.steps.length === 1 ? 'transaction' : `transaction ${index + 1}`,
      `${label}, ${contract} ${call.to}`,
    ]),
    ['value', `${formatEther(value)} ETH`],
    ...plan.facts,
    ['at worst', plan.worst],
  ]
  const width = Math.max(...rows.map(([label]) => label.length))
  talk.say(talk.bold(plan.title))
  for (const [label, text] of rows) talk.say(`  ${talk.dim(label.padEnd(width))}  ${text}`)
}

/**
 * What came of a plan, for people.
 *
 * @example
 * return { data: { ...outcomeData(outcome) }, view: [outcomeSection(outcome)] }
 */
export function outcomeSection({ dryRun, transactions }: Outcome): Section {
  const rows = transactions.map(({ label, state, hash = '–', block, gasCost }) => [
    ...[label, dryRun ? 'simulated' : state, hash, block === undefined ? '–' : String(block)],
    gasCost === undefined ? '–' : `${formatEther(gasCost)} ETH`,
  ])
  return { columns: ['transaction', 'state', 'hash', 'block', 'gas'], rows, empty: 'There was nothing to send.' }
}

/**
 * What came of a plan, for programs.
 *
 * @example
 * const { transactions } = outcomeData(outcome)
 */
export function outcomeData({ dryRun, from, transactions }: Outcome): Record<string, unknown> {
  return { dryRun, from, transactions }
}
