import type { Account, Address, Chain, Client, Hash, Hex, Transport } from 'viem'
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
  coverId: bigint
  /** Unix seconds until which the consent may be brought. */
  deadline: bigint
  /** The account's signature (see {@link signConsent}), or `0x` where it calls itself. */
  signature: Hex
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
 * Brings the protected account's consent that the present owner of the cover is paid. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NoProtectedAccountError} if the cover protects no account.
 * @throws {ConsentExpiredError} if the deadline has passed.
 * @throws {ConsentNotSignedError} if the account did not sign this.
 * @throws {ConsentWasRevokedError} if consent was revoked.
 * @example
 * const hash = await giveConsent(wallet, { lossProofs: proofs, coverId: id, deadline: 1_800_000_000n, signature })
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
 * @throws {ConsentExpiredError} if the deadline has passed.
 * @throws {ConsentNotSignedError} if the account did not sign this.
 * @throws {ConsentWasRevokedError} if consent was revoked.
 * @example
 * const { request } = await simulateGiveConsent(client, { lossProofs: proofs, coverId: id, deadline: 1_800_000_000n, signature })
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
 * const call = prepareGiveConsent({ lossProofs: proofs, coverId: id, deadline: 1_800_000_000n, signature })
 */
export function prepareGiveConsent(parameters: PrepareGiveConsentParameters): PrepareGiveConsentReturnType {
  return prepare(toCall(parameters))
}

function toCall({ lossProofs, coverId, deadline, signature }: PrepareGiveConsentParameters) {
  return {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'consent',
    args: [coverId, deadline, signature],
  } as const
}
