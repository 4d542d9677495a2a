import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { poolFactoryAbi } from '../../abis/poolFactoryAbi.ts'
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

/** What {@link prepareSetNewPoolBounds} takes. */
export type PrepareSetNewPoolBoundsParameters = {
  /** The address of `PoolFactory`. */
  factory: Address
  /** Least correlation within a class, WAD. */
  minRho: bigint
  /** Least correlation across classes, WAD. */
  minR: bigint
  /** The most that the probability of loss of a class may be, WAD. */
  maxLossProbability: bigint
}

/** What {@link setNewPoolBounds} takes. */
export type SetNewPoolBoundsParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSetNewPoolBoundsParameters

/** The hash of the transaction. */
export type SetNewPoolBoundsReturnType = Hash

/** What {@link setNewPoolBounds} can fail with. */
export type SetNewPoolBoundsErrorType = WriteErrorType

/** What {@link simulateSetNewPoolBounds} takes. */
export type SimulateSetNewPoolBoundsParameters = SimulateOptions & PrepareSetNewPoolBoundsParameters

/** What {@link simulateSetNewPoolBounds} returns. */
export type SimulateSetNewPoolBoundsReturnType = SimulateReturnType<undefined>

/** What {@link simulateSetNewPoolBounds} can fail with. */
export type SimulateSetNewPoolBoundsErrorType = SimulateErrorType

/** What {@link prepareSetNewPoolBounds} returns. */
export type PrepareSetNewPoolBoundsReturnType = PreparedCall

/**
 * Sets what new pools are held to. Role: REGISTRAR.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {BoundOutOfBoundsError} if one is out of its own bounds.
 * @example
 * const hash = await setNewPoolBounds(wallet, { factory, minRho: 5n * 10n ** 17n, minR: 2n * 10n ** 17n, maxLossProbability: 10n ** 17n })
 */
export async function setNewPoolBounds<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SetNewPoolBoundsParameters<chain, account>,
): Promise<SetNewPoolBoundsReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link setNewPoolBounds} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {AccessManagedUnauthorizedError} if the caller lacks the role.
 * @throws {BoundOutOfBoundsError} if one is out of its own bounds.
 * @example
 * const { request } = await simulateSetNewPoolBounds(client, { factory, minRho: 5n * 10n ** 17n, minR: 2n * 10n ** 17n, maxLossProbability: 10n ** 17n })
 */
export async function simulateSetNewPoolBounds<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSetNewPoolBoundsParameters,
): Promise<SimulateSetNewPoolBoundsReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link setNewPoolBounds} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSetNewPoolBounds({ factory, minRho: 5n * 10n ** 17n, minR: 2n * 10n ** 17n, maxLossProbability: 10n ** 17n })
 */
export function prepareSetNewPoolBounds(
  parameters: PrepareSetNewPoolBoundsParameters,
): PrepareSetNewPoolBoundsReturnType {
  return prepare(toCall(parameters))
}

function toCall({ factory, minRho, minR, maxLossProbability }: PrepareSetNewPoolBoundsParameters) {
  const newBounds = { minRho, minR, maxLossProbability }
  return { abi: poolFactoryAbi, address: factory, functionName: 'setBounds', args: [newBounds] } as const
}
