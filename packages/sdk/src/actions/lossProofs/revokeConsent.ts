import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
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

/** What {@link prepareRevokeConsent} takes. */
export type PrepareRevokeConsentParameters = {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Id of the cover. */
  id: bigint
}

/** What {@link revokeConsent} takes. */
export type RevokeConsentParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareRevokeConsentParameters

/** The hash of the transaction. */
export type RevokeConsentReturnType = Hash

/** What {@link revokeConsent} can fail with. */
export type RevokeConsentErrorType = WriteErrorType

/** What {@link simulateRevokeConsent} takes. */
export type SimulateRevokeConsentParameters = SimulateOptions & PrepareRevokeConsentParameters

/** What {@link simulateRevokeConsent} returns. */
export type SimulateRevokeConsentReturnType = SimulateReturnType<undefined>

/** What {@link simulateRevokeConsent} can fail with. */
export type SimulateRevokeConsentErrorType = SimulateErrorType

/** What {@link prepareRevokeConsent} returns. */
export type PrepareRevokeConsentReturnType = PreparedCall

/**
 * Takes back consent that a cover's owner is paid; signatures count no more for it. Only its protected account may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {OnlyProtectedAccountError} if the caller is another.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @example
 * const hash = await revokeConsent(wallet, { lossProofs, id })
 */
export async function revokeConsent<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: RevokeConsentParameters<chain, account>,
): Promise<RevokeConsentReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link revokeConsent} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {OnlyProtectedAccountError} if the caller is another.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @example
 * const { request } = await simulateRevokeConsent(client, { lossProofs, id })
 */
export async function simulateRevokeConsent<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateRevokeConsentParameters,
): Promise<SimulateRevokeConsentReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link revokeConsent} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareRevokeConsent({ lossProofs, id })
 */
export function prepareRevokeConsent(parameters: PrepareRevokeConsentParameters): PrepareRevokeConsentReturnType {
  return prepare(toCall(parameters))
}

function toCall({ lossProofs, id }: PrepareRevokeConsentParameters) {
  return { abi: lossProofsAbi, address: lossProofs, functionName: 'revokeConsent', args: [id] } as const
}
