import { getPayee, poolAbi, prepareBuy } from '@bulwark/sdk'
import { decodeFunctionResult, parseEventLogs } from 'viem'
import { approvals } from '../chain/approvals.ts'
import { chooseSender } from '../chain/chooseSender.ts'
import { connect } from '../chain/connect.ts'
import { bringConsent, planConsent } from '../chain/consent.ts'
import { findOffer } from '../chain/purchase.ts'
import { amountOf, say } from '../chain/tokens.ts'
import { outcomeData, outcomeSection, transact } from '../chain/transact.ts'
import { UsageError } from '../errors.ts'
import { parseAddress } from '../parse/parseAddress.ts'
import { parseAmount } from '../parse/parseAmount.ts'
import { optionOf } from '../program/inputs.ts'
import type { Context, Result } from '../program/types.ts'
import { offerData, offerFields } from './quote.ts'

/** Seconds in which a purchase is good. */
const patience = 1_200n

/**
 * `bulwark buy`: buys a cover at no more than a premium that is shown before.
 *
 * @example
 * const { data } = await buyCommand(context)
 */
export async function buyCommand(context: Context): Promise<Result> {
  const connection = await connect(context)
  const sender = await chooseSender(context)
  const ownerText = optionOf(context, 'owner')
  const owner = ownerText === undefined ? sender.address : parseAddress(ownerText, 'owner')
  const offer = await findOffer(context, connection, owner)
  const { pool, insured, terms, premium } = offer
  const limit = optionOf(context, 'maxPremium')
  const { symbol, decimals } = pool.asset
  const maxPremium =
    limit === undefined
      ? premium.total + premium.total / 100n + 1n
      : parseAmount(limit, { what: 'highest premium', decimals, symbol })
  if (maxPremium < premium.total) {
    const advice = 'Raise --max-premium, or insure less.'
    throw new UsageError(`It costs ${say(premium.total, pool.asset)}, more than --max-premium.`, { advice })
  }
  const consent = await planConsent(context, {
    ...{ named: terms.named, sender, owner, protectedAccount: insured.protectedAccount },
  })
  const deadline = connection.asOf.timestamp + patience
  const purchase = {
    label: `buy cover of ${say(insured.amount, pool.asset)}`,
    contract: `pool ${pool.number}`,
    call: prepareBuy({ pool: pool.address, ...insured, owner, maxPremium, deadline }),
  }
  const take = { token: pool.asset, owner: sender.address, spender: pool.address, amount: maxPremium }
  const outcome = await transact(context, connection, sender, {
    title: 'Buy cover',
    facts: [
      ...offerFields(offer),
      ['at most', say(maxPremium, pool.asset)],
      ...(owner === sender.address ? [] : [['for', owner] as const]),
      ...(consent === undefined ? [] : [['consent', consent.fact] as const]),
    ],
    worst: `you pay ${say(maxPremium, pool.asset)} and the loss that you insure does not happen`,
    steps: [...(await approvals(connection, take)), purchase],
  })
  const bought = readPurchase(outcome.receipts, outcome.returned)
  const consented =
    consent === undefined || outcome.dryRun || bought.id === undefined
      ? undefined
      : await bringConsent(context, connection, { sender, consent, id: bought.id, owner })
  const transactions = [...outcome.transactions, ...(consented?.transactions ?? [])]
  const all = { ...outcome, transactions }
  const payee = bought.id === undefined || outcome.dryRun ? owner : await payeeOf(bought.id)
  return {
    data: {
      asOf: connection.asOf,
      ...offerData(offer),
      ...{ maxPremium: amountOf(maxPremium, pool.asset), owner, payee, cover: bought.id ?? null },
      paid: bought.paid === undefined || outcome.dryRun ? null : amountOf(bought.paid, pool.asset),
      ...outcomeData(all),
    },
    view: [
      {
        fields: [
          [outcome.dryRun ? 'would be cover' : 'cover', bought.id === undefined ? 'unknown' : String(bought.id)],
          [outcome.dryRun ? 'would cost' : 'paid', say(bought.paid ?? premium.total, pool.asset)],
        ],
      },
      outcomeSection(all),
    ],
  }

  async function payeeOf(id: bigint): Promise<string> {
    const payee = await getPayee(connection.client, { covers: connection.core.covers, id })
    return BigInt(payee) === 0n ? owner : payee
  }
}

function readPurchase(
  receipts: Awaited<ReturnType<typeof transact>>['receipts'],
  returned: Awaited<ReturnType<typeof transact>>['returned'],
): { readonly id: bigint | undefined; readonly paid: bigint | undefined } {
  const logs = receipts.flatMap((receipt) => receipt.logs)
  const [bought] = parseEventLogs({ abi: poolAbi, logs, eventName: 'CoverBought' })
  if (bought !== undefined) return { id: bought.args.id, paid: bought.args.premium + bought.args.fees }
  if (returned === undefined || returned === '0x') return { id: undefined, paid: undefined }
  const [id, paid] = decodeFunctionResult({ abi: poolAbi, functionName: 'buy', data: returned })
  return { id, paid }
}
