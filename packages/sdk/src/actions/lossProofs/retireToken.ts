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

/** What {@link prepareRetireToken} takes. */
export type PrepareRetireTokenParameters = {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** The token. */
  token: Address
}

/** What {@link retireToken} takes. */
export type RetireTokenParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareRetireTokenParameters

/** The hash of the transaction. */
export type RetireTokenReturnType = Hash

/** What {@link retireToken} can fail with. */
export type RetireTokenErrorType = WriteErrorType

/** What {@link simulateRetireToken} takes. */
export type SimulateRetireTokenParameters = SimulateOptions & PrepareRetireTokenParameters

/** What {@link simulateRetireToken} returns. */
export type SimulateRetireTokenReturnType = SimulateReturnType<undefined>

/** What {@link simulateRetireToken} can fail with. */
export type SimulateRetireTokenErrorType = SimulateErrorType

/** What {@link prepareRetireToken} returns. */
export type PrepareRetireTokenReturnType = PreparedCall

/**
 * Retires a token for ever: no further terms are defined on it, and no more cover is sold on those there are; what was
 * sold is proven as before. Only the registrar may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagedUnauthorizedError} if the caller is not the registrar.
 * @throws {TokenNotRegisteredError} if the token was not registered.
 * @example
 * const hash = await retireToken(wallet, { lossProofs, token: asset })
 */
export async function retireToken<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: RetireTokenParameters<chain, account>,
): Promise<RetireTokenReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link retireToken} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessManagedUnauthorizedError} if the caller is not the registrar.
 * @throws {TokenNotRegisteredError} if the token was not registered.
 * @example
 * const { request } = await simulateRetireToken(client, { lossProofs, token: asset })
 */
export async function simulateRetireToken<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateRetireTokenParameters,
): Promise<SimulateRetireTokenReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link retireToken} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareRetireToken({ lossProofs, token: asset })
 */
export function prepareRetireToken(parameters: PrepareRetireTokenParameters): PrepareRetireTokenReturnType {
  return prepare(toCall(parameters))
}

function toCall({ lossProofs, token }: PrepareRetireTokenParameters) {
  return { abi: lossProofsAbi, address: lossProofs, functionName: 'retireToken', args: [token] } as const
}
