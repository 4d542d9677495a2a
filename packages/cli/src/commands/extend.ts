import { getCover, prepareExtendCover, quoteExtension } from '@bulwark/sdk'
import { approvals } from '../chain/approvals.ts'
import { chooseSender } from '../chain/chooseSender.ts'
import { connect } from '../chain/connect.ts'
import { findCover } from '../chain/findCover.ts'
import { moment } from '../chain/format.ts'
import { amountOf, say } from '../chain/tokens.ts'
import { outcomeData, outcomeSection, transact } from '../chain/transact.ts'
import { UsageError } from '../errors.ts'
import { parseAmount } from '../parse/parseAmount.ts'
import { parseDays } from '../parse/parseDays.ts'
import { argumentOf, neededOption, optionOf } from '../program/inputs.ts'
import type { Context, Result } from '../program/types.ts'

/**
 * `bulwark extend`: moves the end of a cover, at today's price.
 *
 * @example
 * const { data } = await extendCommand(context)
 */
export async function extendCommand(context: Context): Promise<Result> {
  const duration = parseDays(neededOption(context, 'days', '--days 30'))
  const connection = await connect(context)
  const { client, core } = connection
  const { id, cover, pool } = await findCover(connection, argumentOf(context, 'cover'))
  const sender = await chooseSender(context)
  const extension = { pool: pool.address, id, listing: cover.listing, duration }
  const premium = await quoteExtension(client, extension)
  const { symbol, decimals } = pool.asset
  const limit = optionOf(context, 'maxPremium')
  const maxPremium =
    limit === undefined
      ? premium.total + premium.total / 100n + 1n
      : parseAmount(limit, { what: 'highest premium', decimals, symbol })
  if (maxPremium < premium.total) {
    throw new UsageError(`It costs ${say(premium.total, pool.asset)}, more than --max-premium.`)
  }
  const deadline = connection.asOf.timestamp + 1_200n
  const take = { token: pool.asset, owner: sender.address, spender: pool.address, amount: maxPremium }
  const outcome = await transact(context, connection, sender, {
    title: 'Extend cover',
    facts: [
      ['cover', String(id)],
      ['ends', moment(cover.end)],
      ['will end', moment(cover.end + duration)],
      ['premium', say(premium.total, pool.asset)],
      ['at most', say(maxPremium, pool.asset)],
    ],
    worst: `you pay ${say(maxPremium, pool.asset)} and the loss that you insure does not happen`,
    steps: [
      ...(await approvals(connection, take)),
      {
        label: `extend cover ${id}`,
        contract: `pool ${pool.number}`,
        call: prepareExtendCover({ ...extension, maxPremium, deadline }),
      },
    ],
  })
  const { end } = outcome.dryRun ? { end: cover.end + duration } : await getCover(client, { covers: core.covers, id })
  return {
    data: {
      ...{ asOf: connection.asOf, cover: id, end, premium: amountOf(premium.total, pool.asset) },
      ...{ maxPremium: amountOf(maxPremium, pool.asset), ...outcomeData(outcome) },
    },
    view: [{ fields: [[outcome.dryRun ? 'would end' : 'ends', moment(end)]] }, outcomeSection(outcome)],
  }
}
