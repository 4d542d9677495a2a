import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { toTokenLayout } from '../../internal/toTokenLayout.ts'
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
import type { TokenLayout } from '../../proofs/getHoldingSlot.ts'
import type { TokenKind } from '../../types/proof.ts'

/** What {@link prepareRegisterToken} takes. */
export type PrepareRegisterTokenParameters = {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** The token. */
  token: Address
  /** What it is. */
  kind: TokenKind
  /** Where it keeps balances or owners. */
  layout: TokenLayout
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
 * Registers where a token keeps balances or owners. It counts once {@link showToken} has shown it, and may be corrected
 * until then. Only the registrar may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagedUnauthorizedError} if the caller is not the registrar.
 * @throws {TokenAlreadyShownError} if the token was shown: its layout is final.
 * @throws {InvalidLayoutError} if a field is out of its bounds, or the token does not answer.
 * @example
 * const layout = { order: 'solidity', slot: 0n } as const
 * const hash = await registerToken(wallet, { lossProofs, token: asset, kind: 'erc20', layout })
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
 * @throws {AccessManagedUnauthorizedError} if the caller is not the registrar.
 * @throws {TokenAlreadyShownError} if the token was shown: its layout is final.
 * @throws {InvalidLayoutError} if a field is out of its bounds, or the token does not answer.
 * @example
 * const layout = { order: 'solidity', slot: 0n } as const
 * const { request } = await simulateRegisterToken(client, { lossProofs, token: asset, kind: 'erc20', layout })
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
 * const layout = { order: 'solidity', slot: 0n } as const
 * const call = prepareRegisterToken({ lossProofs, token: asset, kind: 'erc20', layout })
 */
export function prepareRegisterToken(parameters: PrepareRegisterTokenParameters): PrepareRegisterTokenReturnType {
  return prepare(toCall(parameters))
}

function toCall({ lossProofs, token, kind, layout }: PrepareRegisterTokenParameters) {
  return {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'registerToken',
    args: [toTokenLayout({ token, kind, layout })],
  } as const
}
