import type { Account, Address, Chain, Client, Hash, Hex, Transport } from 'viem'
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
import type { PoolParameters } from '../../types/pool.ts'

/** What {@link prepareCreatePool} takes. */
export type PrepareCreatePoolParameters = PoolParameters & {
  /** The address of `PoolFactory`. */
  factory: Address
  /** Creation code of `Pool`, libraries linked; must have the hash that `getCreationCodeHash` gives. */
  creationCode: Hex
  /**
   * Calls on the new pool in the curator's name, made by `prepareSetBacking` and the like (their `data`): nobody can
   * deposit in between, after which the curator would have to announce them.
   */
  setup?: readonly Hex[]
}

/** What {@link createPool} takes. */
export type CreatePoolParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCreatePoolParameters

/** The hash of the transaction. */
export type CreatePoolReturnType = Hash

/** What {@link createPool} can fail with. */
export type CreatePoolErrorType = WriteErrorType

/** What {@link simulateCreatePool} takes. */
export type SimulateCreatePoolParameters = SimulateOptions & PrepareCreatePoolParameters

/** What {@link simulateCreatePool} returns. */
export type SimulateCreatePoolReturnType = SimulateReturnType<Address>

/** What {@link simulateCreatePool} can fail with. */
export type SimulateCreatePoolErrorType = SimulateErrorType

/** What {@link prepareCreatePool} returns. */
export type PrepareCreatePoolReturnType = PreparedCall

/**
 * Creates a pool. Anyone may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {WrongCreationCodeError} if it is another code.
 * @throws {InvalidParameterError} if a parameter is out of its bounds.
 * @example
 * const classes = [{ rho: 5n * 10n ** 17n, maxLossProbability: 2n * 10n ** 17n }]
 * const terms = { cooldown: 1_209_600n, r: 25n * 10n ** 16n, kappa: 2n * 10n ** 15n, classes }
 * const hash = await createPool(wallet, { factory, creationCode, asset, curator: alice, name: 'Depeg pool', symbol: 'DEPEG', ...terms })
 */
export async function createPool<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CreatePoolParameters<chain, account>,
): Promise<CreatePoolReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link createPool} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: the address of the pool; `request`: the call to send.
 * @throws {WrongCreationCodeError} if it is another code.
 * @throws {InvalidParameterError} if a parameter is out of its bounds.
 * @example
 * const classes = [{ rho: 5n * 10n ** 17n, maxLossProbability: 2n * 10n ** 17n }]
 * const terms = { cooldown: 1_209_600n, r: 25n * 10n ** 16n, kappa: 2n * 10n ** 15n, classes }
 * const { result, request } = await simulateCreatePool(client, { factory, creationCode, asset, curator: alice, name: 'Depeg pool', symbol: 'DEPEG', ...terms })
 */
export async function simulateCreatePool<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCreatePoolParameters,
): Promise<SimulateCreatePoolReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link createPool} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const classes = [{ rho: 5n * 10n ** 17n, maxLossProbability: 2n * 10n ** 17n }]
 * const terms = { cooldown: 1_209_600n, r: 25n * 10n ** 16n, kappa: 2n * 10n ** 15n, classes }
 * const call = prepareCreatePool({ factory, creationCode, asset, curator: alice, name: 'Depeg pool', symbol: 'DEPEG', ...terms })
 */
export function prepareCreatePool(parameters: PrepareCreatePoolParameters): PrepareCreatePoolReturnType {
  return prepare(toCall(parameters))
}

function toCall(parameters: PrepareCreatePoolParameters) {
  const { factory, creationCode, setup = [], ...terms } = parameters
  const { asset, curator, name, symbol, cooldown, r, kappa, classes } = terms
  return {
    abi: poolFactoryAbi,
    address: factory,
    functionName: 'createPool',
    args: [creationCode, { asset, curator, name, symbol, cooldown, r, kappa, classes }, setup],
  } as const
}
