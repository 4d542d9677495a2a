import { prepareGiveConsent, signConsent } from '@bulwark/sdk'
import { type Address, createWalletClient, custom } from 'viem'
import { UsageError } from '../errors.ts'
import { optionOf } from '../program/inputs.ts'
import type { Context } from '../program/types.ts'
import { chooseSender, type Sender } from './chooseSender.ts'
import type { Connection } from './connect.ts'
import { type Outcome, transact } from './transact.ts'

/** That the protected account will agree that the cover's owner is paid. */
export type Consent = {
  readonly by: Sender
  /** What is told of it before the purchase. */
  readonly fact: string
}

/** The parameters of {@link planConsent}. */
export type PlanConsentParameters = {
  /** Does the listing protect an account? */
  readonly named: boolean
  readonly owner: Address
  readonly protectedAccount: Address | undefined
}

/**
 * Makes sure before a purchase that its owner will be paid: where another account is protected, that one has to consent.
 *
 * @returns undefined if no consent is needed, or it was waived.
 * @throws {UsageError} if it is needed and nobody was named to give it.
 * @example
 * const consent = await planConsent(context, { named: true, owner, protectedAccount })
 */
export async function planConsent(
  context: Context,
  { named, owner, protectedAccount }: PlanConsentParameters,
): Promise<Consent | undefined> {
  const who = optionOf(context, 'consentFrom')
  if (!named || protectedAccount === undefined || protectedAccount === owner) {
    if (who !== undefined) throw new UsageError('--consent-from is not needed: nobody else is protected.')
    return undefined
  }
  if (context.options.withoutConsent === true) return undefined
  if (who === undefined) {
    const advice =
      'Let it sign with --consent-from KEYSTORE, or buy with --without-consent; it can agree later by `bulwark consent`.'
    throw new UsageError(`Without its consent ${protectedAccount} is paid itself, not the owner of the cover.`, {
      advice,
    })
  }
  const file = optionOf(context, 'consentPasswordFile')
  const { passwordStdin: _, passwordFile: __, ...options } = context.options
  const by = await chooseSender({
    ...context,
    options: { ...options, ...(file !== undefined && { passwordFile: file }) },
    config: { ...context.config, keystore: who, from: undefined, signer: undefined },
  })
  if (by.address !== protectedAccount) {
    throw new UsageError(`${who} is ${by.address}, not the protected account ${protectedAccount}.`)
  }
  return { by, fact: `${protectedAccount} signs that the owner is paid; brought behind the purchase` }
}

/** The parameters of {@link bringConsent}. */
export type BringConsentParameters = {
  readonly sender: Sender
  readonly consent: Consent
  readonly id: bigint
  readonly owner: Address
}

/**
 * Has the protected account sign its consent, and brings it to the chain.
 *
 * @throws {WrongPasswordError} if its keystore does not open.
 * @example
 * await bringConsent(context, connection, { sender, consent, id, owner })
 */
export async function bringConsent(
  context: Context,
  connection: Connection,
  { sender, consent, id, owner }: BringConsentParameters,
): Promise<Outcome> {
  const { client, asOf } = connection
  const account = await consent.by.open()
  const lossProofs = connection.contract('lossProofs')
  const deadline = asOf.timestamp + 86_400n
  const wallet = createWalletClient({ account, chain: client.chain, transport: custom(client) })
  const signature = await signConsent(wallet, { lossProofs, id, owner, deadline })
  const step = {
    label: `bring the consent of ${consent.by.address}`,
    contract: 'LossProofs',
    call: prepareGiveConsent({ lossProofs, id, deadline, signature }),
  }
  const agreed = { ...context, options: { ...context.options, yes: true } }
  return transact(agreed, connection, sender, {
    title: 'Consent',
    facts: [['cover', String(id)]],
    worst: 'it is refused, and the protected account is paid itself',
    steps: [step],
  })
}
