import {
  type Account,
  type Address,
  type Chain,
  type Client,
  type Hash,
  type Hex,
  maxUint256,
  type Transport,
} from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import {
  type PreparedCall,
  prepare,
  type SimulateErrorType,
  type SimulateOptions,
  type SimulateReturnType,
  simulate,
  type WriteErrorType,
  type WriteOptions,
  write,
} from '../../internal/write.ts'

/** What {@link prepareGiveConsent} takes. */
export type PrepareGiveConsentParameters = {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Id of the cover. */
  id: bigint
  /** Unix seconds until which it may be brought. @default no end: the protected account calls */
  deadline?: bigint | undefined
  /** The protected account's signature, see {@link signConsent}. @default none: the protected account calls */
  signature?: Hex | undefined
}

/** What {@link giveConsent} takes. */
export type GiveConsentParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareGiveConsentParameters

/** The hash of the transaction. */
export type GiveConsentReturnType = Hash

/** What {@link giveConsent} can fail with. */
export type GiveConsentErrorType = WriteErrorType

/** What {@link simulateGiveConsent} takes. */
export type SimulateGiveConsentParameters = SimulateOptions & PrepareGiveConsentParameters

/** What {@link simulateGiveConsent} returns. */
export type SimulateGiveConsentReturnType = SimulateReturnType<undefined>

/** What {@link simulateGiveConsent} can fail with. */
export type SimulateGiveConsentErrorType = SimulateErrorType

/** What {@link prepareGiveConsent} returns. */
export type PrepareGiveConsentReturnType = PreparedCall

/**
 * Brings the consent of a cover's protected account that its present owner is paid; without it, payouts go to that
 * account. It falls when the cover changes hands. Anyone may bring it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NoProtectedAccountError} if the cover protects no account.
 * @throws {ConsentExpiredError} if it came too late.
 * @throws {ConsentNotSignedError} if the account signed something else.
 * @throws {ConsentWasRevokedError} if the account had revoked it: only its own call counts then.
 * @example
 * const message = { lossProofs, id, owner: alice, deadline: 2_000_000_000n }
 * const signature = await signConsent(wallet, message)
 * const hash = await giveConsent(wallet, { ...message, signature })
 */
export async function giveConsent<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: GiveConsentParameters<chain, account>,
): Promise<GiveConsentReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link giveConsent} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {NoProtectedAccountError} if the cover protects no account.
 * @throws {ConsentExpiredError} if it came too late.
 * @throws {ConsentNotSignedError} if the account signed something else.
 * @throws {ConsentWasRevokedError} if the account had revoked it: only its own call counts then.
 * @example
 * const message = { lossProofs, id, owner: alice, deadline: 2_000_000_000n }
 * const signature = await signConsent(wallet, message)
 * const { request } = await simulateGiveConsent(client, { ...message, signature })
 */
export async function simulateGiveConsent<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateGiveConsentParameters,
): Promise<SimulateGiveConsentReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link giveConsent} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const message = { lossProofs, id, owner: alice, deadline: 2_000_000_000n }
 * const signature = await signConsent(wallet, message)
 * const call = prepareGiveConsent({ ...message, signature })
 */
export function prepareGiveConsent(parameters: PrepareGiveConsentParameters): PrepareGiveConsentReturnType {
  return prepare(toCall(parameters))
}

function toCall({ lossProofs, id, deadline = maxUint256, signature = '0x' }: PrepareGiveConsentParameters) {
  return { abi: lossProofsAbi, address: lossProofs, functionName: 'consent', args: [id, deadline, signature] } as const
}
