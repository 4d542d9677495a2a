import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { bulwarkTokenAbi } from '../../abis/bulwarkTokenAbi.ts'
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

/** What {@link prepareMintTokens} takes. */
export type PrepareMintTokensParameters = {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
  /** Who receives them. */
  to: Address
  /** Units, 18 decimals. */
  amount: bigint
}

/** What {@link mintTokens} takes. */
export type MintTokensParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareMintTokensParameters

/** The hash of the transaction. */
export type MintTokensReturnType = Hash

/** What {@link mintTokens} can fail with. */
export type MintTokensErrorType = WriteErrorType

/** What {@link simulateMintTokens} takes. */
export type SimulateMintTokensParameters = SimulateOptions & PrepareMintTokensParameters

/** What {@link simulateMintTokens} returns. */
export type SimulateMintTokensReturnType = SimulateReturnType<undefined>

/** What {@link simulateMintTokens} can fail with. */
export type SimulateMintTokensErrorType = SimulateErrorType

/** What {@link prepareMintTokens} returns. */
export type PrepareMintTokensReturnType = PreparedCall

/**
 * Mints tokens, within the yearly bound and the cap. Role: REGISTRAR.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {MintTooEarlyError} if the last mint is less than a year ago.
 * @throws {MintAboveCapError} if it is more than a year allows.
 * @throws {SupplyAboveCapError} if it is more than can ever exist.
 * @example
 * const hash = await mintTokens(wallet, { governanceToken, to: bob, amount: 10n ** 18n })
 */
export async function mintTokens<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: MintTokensParameters<chain, account>,
): Promise<MintTokensReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link mintTokens} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {MintTooEarlyError} if the last mint is less than a year ago.
 * @throws {MintAboveCapError} if it is more than a year allows.
 * @throws {SupplyAboveCapError} if it is more than can ever exist.
 * @example
 * const { request } = await simulateMintTokens(client, { governanceToken, to: bob, amount: 10n ** 18n })
 */
export async function simulateMintTokens<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateMintTokensParameters,
): Promise<SimulateMintTokensReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link mintTokens} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareMintTokens({ governanceToken, to: bob, amount: 10n ** 18n })
 */
export function prepareMintTokens(parameters: PrepareMintTokensParameters): PrepareMintTokensReturnType {
  return prepare(toCall(parameters))
}

function toCall({ governanceToken, to, amount }: PrepareMintTokensParameters) {
  return { abi: bulwarkTokenAbi, address: governanceToken, functionName: 'mint', args: [to, amount] } as const
}
