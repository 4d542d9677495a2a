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
  /** Who signs; undefined if the protected account is who acts, and calls. */
  readonly by: Sender | undefined
  /** What is told of it before the purchase. */
  readonly fact: string
}

/** The parameters of {@link planConsent}. */
export type PlanConsentParameters = {
  /** Does the listing protect an account? */
  readonly named: boolean
  /** Who acts. */
  readonly sender: Sender
  readonly owner: Address
  readonly protectedAccount: Address | undefined
}

/**
 * Makes sure before a purchase that its owner will be paid by whoever settles: the protected account has to consent, its
 * owner's own one, too.
 *
 * @returns undefined if no consent is needed, or it was waived.
 * @throws {UsageError} if it is needed and nobody was named to give it.
 * @example
 * const consent = await planConsent(context, { named: true, sender, owner, protectedAccount })
 */
export async function planConsent(
  context: Context,
  { named, sender, owner, protectedAccount }: PlanConsentParameters,
): Promise<Consent | undefined> {
  const who = optionOf(context, 'consentFrom')
  if (who === undefined && optionOf(context, 'consentPasswordFile') !== undefined) {
    throw new UsageError('--consent-password-file needs --consent-from.')
  }
  const waived = context.options.withoutConsent === true
  if (who !== undefined && waived) throw new UsageError('--consent-from and --without-consent exclude each other.')
  if (!named || protectedAccount === undefined || protectedAccount === sender.address) {
    if (who !== undefined) throw new UsageError('--consent-from is not needed: nobody else is protected.')
    if (!named || protectedAccount === undefined || waived) return undefined
    return { by: undefined, fact: 'you agree that the owner is paid, whoever settles; sent behind the purchase' }
  }
  if (waived) return undefined
  if (who === undefined) {
    const advice =
      'Let it sign with --consent-from KEYSTORE, or buy with --without-consent; it can agree later by `bulwark consent`.'
    const message =
      protectedAccount === owner
        ? `Without its consent nobody but ${protectedAccount} settles the cover.`
        : `Without its consent ${protectedAccount} is paid itself, not the owner of the cover.`
    throw new UsageError(message, { advice })
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
  const lossProofs = connection.contract('lossProofs')
  const signed = consent.by === undefined ? {} : await sign(consent.by)
  const step = {
    label: consent.by === undefined ? 'consent' : `bring the consent of ${consent.by.address}`,
    contract: 'LossProofs',
    call: prepareGiveConsent({ lossProofs, id, ...signed }),
  }
  const agreed = { ...context, options: { ...context.options, yes: true } }
  return transact(agreed, connection, sender, {
    title: 'Consent',
    facts: [['cover', String(id)]],
    worst: 'it is refused, and the protected account is paid itself',
    steps: [step],
  })

  async function sign(by: Sender) {
    const account = await by.open()
    const deadline = asOf.timestamp + 86_400n
    const wallet = createWalletClient({ account, chain: client.chain, transport: custom(client) })
    return { deadline, signature: await signConsent(wallet, { lossProofs, id, owner, deadline }) }
  }
}
