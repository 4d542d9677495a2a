import { type Account, type Address, type Chain, type Client, type Hash, type Transport, zeroHash } from 'viem'
import { incidentsAbi } from '../../abis/incidentsAbi.ts'
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
import type { Assertion } from '../../types/incident.ts'

/** What {@link prepareAssertLoss} takes. */
export type PrepareAssertLossParameters = Assertion & {
  /** The address of `Incidents`. */
  incidents: Address
}

/** What {@link assertLoss} takes. */
export type AssertLossParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareAssertLossParameters

/** The hash of the transaction. */
export type AssertLossReturnType = Hash

/** What {@link assertLoss} can fail with. */
export type AssertLossErrorType = WriteErrorType

/** What {@link simulateAssertLoss} takes. */
export type SimulateAssertLossParameters = SimulateOptions & PrepareAssertLossParameters

/** What {@link simulateAssertLoss} returns. */
export type SimulateAssertLossReturnType = SimulateReturnType<bigint>

/** What {@link simulateAssertLoss} can fail with. */
export type SimulateAssertLossErrorType = SimulateErrorType

/** What {@link prepareAssertLoss} returns. */
export type PrepareAssertLossReturnType = PreparedCall

/**
 * Asserts a loss against the bond of the listing; sales on that risk stop in every pool until it is ruled on.
 * `Incidents` must be approved for the bond.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownListingError} if there is no such listing.
 * @throws {AssertionsNotTakenError} if the listing has no bond.
 * @throws {RatioOutOfBoundsError} if the ratio is not above the deductible, or too large.
 * @throws {RootMismatchError} if the listing asks for a root and its sum, or takes none.
 * @throws {NeverSoldError} if that pool never sold cover on the risk.
 * @throws {LossTimeOutOfBoundsError} if the loss lies in the future or before the grace period.
 * @throws {BondNotReceivedError} if the bond token takes a fee.
 * @throws {TransferFromFailedError} if the allowance or balance in the bond token is too small.
 * @example
 * const hash = await assertLoss(wallet, { incidents, pool, listing: 1n, lossTime: 1_700_000_000n, ratio: 5n * 10n ** 17n })
 */
export async function assertLoss<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: AssertLossParameters<chain, account>,
): Promise<AssertLossReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link assertLoss} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: number of the incident; `request`: the call to send.
 * @throws {UnknownListingError} if there is no such listing.
 * @throws {AssertionsNotTakenError} if the listing has no bond.
 * @throws {RatioOutOfBoundsError} if the ratio is not above the deductible, or too large.
 * @throws {RootMismatchError} if the listing asks for a root and its sum, or takes none.
 * @throws {NeverSoldError} if that pool never sold cover on the risk.
 * @throws {LossTimeOutOfBoundsError} if the loss lies in the future or before the grace period.
 * @throws {BondNotReceivedError} if the bond token takes a fee.
 * @throws {TransferFromFailedError} if the allowance or balance in the bond token is too small.
 * @example
 * const { result, request } = await simulateAssertLoss(client, { incidents, pool, listing: 1n, lossTime: 1_700_000_000n, ratio: 5n * 10n ** 17n })
 */
export async function simulateAssertLoss<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateAssertLossParameters,
): Promise<SimulateAssertLossReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link assertLoss} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareAssertLoss({ incidents, pool, listing: 1n, lossTime: 1_700_000_000n, ratio: 5n * 10n ** 17n })
 */
export function prepareAssertLoss(parameters: PrepareAssertLossParameters): PrepareAssertLossReturnType {
  return prepare(toCall(parameters))
}

function toCall(parameters: PrepareAssertLossParameters) {
  const { incidents, listing, lossTime, ratio, pool } = parameters
  const { key = zeroHash, root = zeroHash, lossSum = 0n, evidence = '0x' } = parameters
  return {
    abi: incidentsAbi,
    address: incidents,
    functionName: 'assertLoss',
    args: [{ listing, key, lossTime, ratio, root, lossSum, evidence, pool }],
  } as const
}
