import { getGrain, getRefund, poolAbi, prepareCancelCover, prepareDecreaseCover } from '@bulwark/sdk'
import { parseEventLogs } from 'viem'
import { chooseSender } from '../chain/chooseSender.ts'
import { connect } from '../chain/connect.ts'
import { findCover } from '../chain/findCover.ts'
import { amountOf, say } from '../chain/tokens.ts'
import { outcomeData, outcomeSection, transact } from '../chain/transact.ts'
import { UsageError } from '../errors.ts'
import { parseAmount } from '../parse/parseAmount.ts'
import { argumentOf, optionOf } from '../program/inputs.ts'
import type { Context, Result } from '../program/types.ts'

/**
 * `bulwark cancel`: gives a cover up, or part of it.
 *
 * @example
 * const { data } = await cancelCommand(context)
 */
export async function cancelCommand(context: Context): Promise<Result> {
  const connection = await connect(context)
  const { id, cover, pool } = await findCover(connection, argumentOf(context, 'cover'))
  const sender = await chooseSender(context)
  const { symbol, decimals } = pool.asset
  const grain = getGrain(decimals)
  const whole = cover.amount * grain
  const part = optionOf(context, 'amount')
  const amount = part === undefined ? whole : parseAmount(part, { what: 'amount', decimals, symbol })
  if (amount > whole) throw new UsageError(`Only ${say(whole, pool.asset)} is insured.`)
  if (amount % grain !== 0n) throw new UsageError(`The amount must be a multiple of ${say(grain, pool.asset)}.`)
  const at = { pool: pool.address, id }
  const { refund, fee } = await getRefund(connection.client, { ...at, amount })
  const least = optionOf(context, 'minRefund')
  const minRefund =
    least === undefined
      ? refund - refund / 100n
      : parseAmount(least, { what: 'lowest refund', decimals, symbol, zero: true })
  const all = amount === whole
  const outcome = await transact(context, connection, sender, {
    title: all ? 'Cancel cover' : 'Decrease cover',
    facts: [
      ['cover', String(id)],
      ['gives up', say(amount, pool.asset)],
      ['refund', say(refund, pool.asset)],
      ['kept as fee', say(fee, pool.asset)],
      ['at least', say(minRefund, pool.asset)],
    ],
    worst: `you get ${say(minRefund, pool.asset)} back, and a loss from now on is not paid`,
    steps: [
      {
        label: `${all ? 'cancel' : 'decrease'} cover ${id}`,
        contract: `pool ${pool.number}`,
        call: all ? prepareCancelCover({ ...at, minRefund }) : prepareDecreaseCover({ ...at, amount, minRefund }),
      },
    ],
  })
  const logs = outcome.receipts.flatMap((receipt) => receipt.logs)
  const [done] = parseEventLogs({ abi: poolAbi, logs, eventName: ['CoverCancelled', 'CoverDecreased'] })
  const paid = done?.args.refund ?? refund
  return {
    data: {
      ...{ asOf: connection.asOf, cover: id, amount: amountOf(amount, pool.asset) },
      ...{ refund: amountOf(paid, pool.asset), minRefund: amountOf(minRefund, pool.asset), ...outcomeData(outcome) },
    },
    view: [
      { fields: [[outcome.dryRun ? 'would come back' : 'came back', say(paid, pool.asset)]] },
      outcomeSection(outcome),
    ],
  }
}
