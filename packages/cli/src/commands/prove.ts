import { buildLossProof, getTerms } from '@bulwark/sdk'
import { chooseSender } from '../chain/chooseSender.ts'
import { connect } from '../chain/connect.ts'
import { findIncident } from '../chain/findIncident.ts'
import { moment } from '../chain/format.ts'
import { planTrigger } from '../chain/planTrigger.ts'
import { outcomeData, outcomeSection, transact } from '../chain/transact.ts'
import { UsageError } from '../errors.ts'
import { parseAddress } from '../parse/parseAddress.ts'
import { parseCount } from '../parse/parseCount.ts'
import { argumentOf, optionOf } from '../program/inputs.ts'
import type { Context, Result } from '../program/types.ts'

/**
 * `bulwark prove trigger`: shows a trigger what is on chain, which opens an incident or rules on it.
 *
 * @example
 * const { data } = await proveTriggerCommand(context)
 */
export async function proveTriggerCommand(context: Context): Promise<Result> {
  const listing = parseCount(argumentOf(context, 'listing'), { what: 'listing', least: 1n, most: 2n ** 32n - 1n })
  const connection = await connect(context)
  const sender = await chooseSender(context)
  const { label, facts, step } = await planTrigger(context, connection, { listing, from: sender.address })
  const outcome = await transact(context, connection, sender, {
    title: `${label} of listing ${listing}`,
    facts,
    worst: 'the fall turns out to be over, and the trigger fee is not returned',
    steps: [step],
  })
  return {
    data: { asOf: connection.asOf, listing, did: label, ...outcomeData(outcome) },
    view: [{ fields: [['did', label]] }, outcomeSection(outcome)],
  }
}

/**
 * `bulwark prove holding`: proves what an account held when a loss occurred.
 *
 * @example
 * const { data } = await proveHoldingCommand(context)
 */
export async function proveHoldingCommand(context: Context): Promise<Result> {
  const connection = await connect(context)
  const { client, core } = connection
  const incident = await findIncident(connection, argumentOf(context, 'incident'))
  const terms = await getTerms(client, { listings: core.listings, listing: incident.listing })
  if (terms.lossProof !== 'holdings') {
    throw new UsageError(`Listing ${incident.listing} asks for no proof of what was held.`)
  }
  const sender = await chooseSender(context)
  const text = optionOf(context, 'account')
  const holder = text === undefined ? sender.address : parseAddress(text, 'account')
  const ids = optionOf(context, 'nfts')
  const round = optionOf(context, 'round')
  const done = context.talk.wait('Building the proof')
  const calls = await buildLossProof(client, {
    ...{ lossProofs: connection.contract('lossProofs'), proofTerms: terms.proofTerms },
    ...{ lossTime: incident.lossTime, holder },
    nftIds: ids?.split(',').map((id) => parseCount(id, { what: 'NFT' })),
    round: round === undefined ? undefined : parseCount(round, { what: 'round' }),
  }).finally(done)
  const outcome = await transact(context, connection, sender, {
    title: 'Prove a holding',
    facts: [
      ['incident', String(incident.number)],
      ['account', holder],
      ['at', moment(incident.lossTime)],
    ],
    worst: 'only gas is spent',
    steps: calls.map((call, index) => ({
      label: `proof ${index + 1} of ${calls.length}`,
      contract: 'LossProofs',
      call,
    })),
  })
  return {
    data: { asOf: connection.asOf, incident: incident.number, account: holder, ...outcomeData(outcome) },
    view: [
      { text: calls.length === 0 ? 'Everything is proven already.' : 'Proven; `bulwark settle` pays.' },
      outcomeSection(outcome),
    ],
  }
}
