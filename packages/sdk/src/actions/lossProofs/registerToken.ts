import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { toLayout } from '../../internal/toLayout.ts'
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
import type { RegisteredLayout } from '../../types/proof.ts'

/** What {@link prepareRegisterToken} takes. */
export type PrepareRegisterTokenParameters = {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** The token. */
  token: Address
  /** Where the token keeps its balances or owners. */
  layout: RegisteredLayout
}

/** What {@link registerToken} takes. */
export type RegisterTokenParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareRegisterTokenParameters

/** The hash of the transaction. */
export type RegisterTokenReturnType = Hash

/** What {@link registerToken} can fail with. */
export type RegisterTokenErrorType = WriteErrorType

/** What {@link simulateRegisterToken} takes. */
export type SimulateRegisterTokenParameters = SimulateOptions & PrepareRegisterTokenParameters

/** What {@link simulateRegisterToken} returns. */
export type SimulateRegisterTokenReturnType = SimulateReturnType<undefined>

/** What {@link simulateRegisterToken} can fail with. */
export type SimulateRegisterTokenErrorType = SimulateErrorType

/** What {@link prepareRegisterToken} returns. */
export type PrepareRegisterTokenReturnType = PreparedCall

/**
 * Registers where a token keeps its balances or owners; it counts once it was shown. Role: REGISTRAR.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {InvalidLayoutError} if a field is out of bounds, or the token does not answer.
 * @throws {TokenAlreadyShownError} if the token was shown.
 * @example
 * const hash = await registerToken(wallet, { lossProofs: proofs, token: asset, layout: { kind: 'erc20', order: 'solidity', slot: 0n } })
 */
export async function registerToken<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: RegisterTokenParameters<chain, account>,
): Promise<RegisterTokenReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link registerToken} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {InvalidLayoutError} if a field is out of bounds, or the token does not answer.
 * @throws {TokenAlreadyShownError} if the token was shown.
 * @example
 * const { request } = await simulateRegisterToken(client, { lossProofs: proofs, token: asset, layout: { kind: 'erc20', order: 'solidity', slot: 0n } })
 */
export async function simulateRegisterToken<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateRegisterTokenParameters,
): Promise<SimulateRegisterTokenReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link registerToken} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareRegisterToken({ lossProofs: proofs, token: asset, layout: { kind: 'erc20', order: 'solidity', slot: 0n } })
 */
export function prepareRegisterToken(parameters: PrepareRegisterTokenParameters): PrepareRegisterTokenReturnType {
  return prepare(toCall(parameters))
}

function toCall({ lossProofs, token, layout }: PrepareRegisterTokenParameters) {
  return {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'registerToken',
    args: [toLayout(token, layout)],
  } as const
}
