import { getConsent, getCover, getCoverOwner, prepareGiveConsent, prepareRevokeConsent } from '@bulwark/sdk'
import { chooseSender } from '../chain/chooseSender.ts'
import { connect } from '../chain/connect.ts'
import { outcomeData, outcomeSection, transact } from '../chain/transact.ts'
import { UsageError } from '../errors.ts'
import { parseCount } from '../parse/parseCount.ts'
import { argumentOf } from '../program/inputs.ts'
import type { Context, Result } from '../program/types.ts'

/**
 * `bulwark consent`: the protected account agrees that the cover's owner is paid, or takes that back.
 *
 * @example
 * const { data } = await consentCommand(context)
 */
export async function consentCommand(context: Context): Promise<Result> {
  const id = parseCount(argumentOf(context, 'cover'), { what: 'cover', least: 1n })
  const connection = await connect(context)
  const { client, core } = connection
  const lossProofs = connection.contract('lossProofs')
  const { protectedAccount } = await getCover(client, { covers: core.covers, id })
  const owner = await getCoverOwner(client, { covers: core.covers, id })
  const sender = await chooseSender(context)
  if (sender.address !== protectedAccount) {
    throw new UsageError(`Cover ${id} protects ${protectedAccount}, not ${sender.address}.`)
  }
  const revoke = context.options.revoke === true
  const call = revoke ? prepareRevokeConsent({ lossProofs, id }) : prepareGiveConsent({ lossProofs, id })
  const outcome = await transact(context, connection, sender, {
    title: revoke ? 'Revoke consent' : 'Consent',
    facts: [
      ['cover', String(id)],
      ['owner', owner],
    ],
    worst: revoke ? 'losses of the next week are still paid to the owner' : 'losses of yours are paid to the owner',
    steps: [{ label: revoke ? 'revoke the consent' : 'consent', contract: 'LossProofs', call }],
  })
  const consented = await getConsent(client, { lossProofs, id })
  return {
    data: { asOf: connection.asOf, cover: id, owner, revoke, consentedTo: consented, ...outcomeData(outcome) },
    view: [outcomeSection(outcome)],
  }
}
