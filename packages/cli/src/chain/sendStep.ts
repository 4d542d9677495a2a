import { formatEther, type LocalAccount, type TransactionReceipt, WaitForTransactionReceiptTimeoutError } from 'viem'
import { AbortedError, PendingError, RevertedError, UnknownOutcomeError } from '../errors.ts'
import type { Talk } from '../output/createTalk.ts'
import { noteUnderWay } from '../program/onInterrupt.ts'
import type { Connection } from './connect.ts'
import { simulateStep, toRevert } from './simulateSteps.ts'
import type { Limits, Step } from './transact.ts'
import type { Transaction } from './transactionStates.ts'

/** The parameters of {@link sendStep}. */
export type SendStepParameters = {
  readonly talk: Talk
  readonly connection: Connection
  readonly account: LocalAccount
  readonly step: Step
  readonly limits: Limits
  /** What the same command has sent before. */
  readonly before: readonly Transaction[]
}

/**
 * Simulates one transaction again, signs it, sends it and waits until it is mined.
 *
 * @throws {ContractError} if it reverts, before or after it was sent.
 * @throws {PendingError} if it is not mined in time.
 * @throws {AbortedError} if its sender cancelled it meanwhile.
 * @throws {UnknownOutcomeError} if the node goes away after it was sent.
 * @example
 * const { receipt } = await sendStep({ talk, connection, account, step, limits, before: [] })
 */
export async function sendStep(
  parameters: SendStepParameters,
): Promise<{ readonly transaction: Transaction; readonly receipt: TransactionReceipt }> {
  const { talk, connection, account, step, limits, before } = parameters
  const { client } = connection
  const { label, call } = step
  talk.say(`${label}: simulating`)
  await simulateStep(connection, account.address, step)
  const serialized = await sign(parameters)
  const transactionOf = (state: Transaction['state'], hash: string): Transaction => ({
    label,
    to: call.to,
    state,
    hash,
  })
  const hash = await client.sendRawTransaction({ serializedTransaction: serialized })
  const landed = noteUnderWay(hash)
  talk.say(`${label}: submitted ${hash}`)
  const done = talk.wait(`Confirming ${label}`)
  let change: 'repriced' | 'replaced' | 'cancelled' | undefined
  let receipt: TransactionReceipt
  try {
    receipt = await client.waitForTransactionReceipt({
      hash,
      confirmations: limits.confirmations,
      timeout: limits.timeout,
      onReplaced: ({ reason }) => {
        change = reason
      },
    })
  } catch (cause) {
    const isLate = cause instanceof WaitForTransactionReceiptTimeoutError
    const transactions = [...before, transactionOf(isLate ? 'submitted' : 'unknown', hash)]
    const told = { cause, details: { transactions }, advice: `Look for ${hash} before you send it again.` }
    if (isLate)
      throw new PendingError(`The transaction to ${label} is not mined after ${limits.timeout / 1000} s.`, told)
    throw new UnknownOutcomeError(`The node went away; nobody knows yet whether ${label} was mined.`, told)
  } finally {
    done()
    landed()
  }
  if (change === 'cancelled' || change === 'replaced') {
    const details = { transactions: [...before, transactionOf(change, hash)] }
    throw new AbortedError(`The transaction to ${label} was ${change} by another one of the same sender.`, { details })
  }
  const mined = {
    ...{ block: receipt.blockNumber, gasUsed: receipt.gasUsed },
    gasCost: receipt.gasUsed * receipt.effectiveGasPrice,
  }
  if (receipt.status !== 'success') {
    talk.say(`${label}: reverted`)
    await explainRevert(parameters, { ...transactionOf('reverted', receipt.transactionHash), ...mined }, receipt)
  }
  talk.say(`${label}: confirmed in block ${receipt.blockNumber}`)
  return { transaction: { ...transactionOf('confirmed', receipt.transactionHash), ...mined }, receipt }
}

async function sign({ talk, connection, account, step, limits }: SendStepParameters) {
  const { client } = connection
  const { to, data, value } = step.call
  try {
    const request = await client.prepareTransactionRequest({
      ...{ account, to, data, value, chain: client.chain },
      ...(limits.maxFee !== undefined && { maxFeePerGas: limits.maxFee }),
      parameters: ['nonce', 'fees', 'gas', 'type', 'chainId'],
    })
    // What a call does, and so its gas, depends on the second in which it is mined.
    const gas = (request.gas * 13n) / 10n
    talk.say(`${step.label}: awaiting-wallet (gas of at most ${formatEther(gas * (request.maxFeePerGas ?? 0n))} ETH)`)
    // A node may fill in a price of the old kind, too, and a signer then signs a transaction of that kind.
    const gasPrice = request.maxFeePerGas === undefined ? (request as { gasPrice?: bigint }).gasPrice : undefined
    return await account.signTransaction({ ...request, gas, gasPrice } as never)
  } catch (error) {
    throw toRevert(error, step)
  }
}

/** Runs it again on the block before, to learn why. */
async function explainRevert(
  { connection, account, step, before }: SendStepParameters,
  transaction: Transaction,
  { blockNumber }: TransactionReceipt,
): Promise<never> {
  const { to, data, value } = step.call
  const details = { transactions: [...before, transaction] }
  try {
    await connection.client.call({ account: account.address, to, data, value, blockNumber })
  } catch (error) {
    const { describeError } = await import('../program/describeError.ts')
    const { message, advice, details: why } = describeError(toRevert(error, step))
    const told = { cause: error, advice, details: { ...why, ...details } }
    throw new RevertedError(`It was mined and reverted: ${message} Only its gas was spent.`, told)
  }
  const message = `The transaction to ${step.label} was mined and reverted; repeated now, it does not revert.`
  throw new RevertedError(message, { advice: 'Something moved in between: try again.', details })
}
