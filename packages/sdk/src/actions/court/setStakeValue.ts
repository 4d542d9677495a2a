import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
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

/** What {@link prepareSetStakeValue} takes. */
export type PrepareSetStakeValueParameters = {
  /** The address of `Court`. */
  court: Address
  /** An asset of pools. */
  asset: Address
  /** Units of it that one whole stake token is worth; zero: not measured. */
  value: bigint
}

/** What {@link setStakeValue} takes. */
export type SetStakeValueParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSetStakeValueParameters

/** The hash of the transaction. */
export type SetStakeValueReturnType = Hash

/** What {@link setStakeValue} can fail with. */
export type SetStakeValueErrorType = WriteErrorType

/** What {@link simulateSetStakeValue} takes. */
export type SimulateSetStakeValueParameters = SimulateOptions & PrepareSetStakeValueParameters

/** What {@link simulateSetStakeValue} returns. */
export type SimulateSetStakeValueReturnType = SimulateReturnType<undefined>

/** What {@link simulateSetStakeValue} can fail with. */
export type SimulateSetStakeValueErrorType = SimulateErrorType

/** What {@link prepareSetStakeValue} returns. */
export type PrepareSetStakeValueReturnType = PreparedCall

/**
 * Sets what a stake token is worth in an asset, by which interests and amounts are measured. Governance.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {AccessManagedUnauthorizedError} if the caller may not.
 * @example
 * const hash = await setStakeValue(wallet, { court, asset, value: 1_000_000n })
 */
export async function setStakeValue<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SetStakeValueParameters<chain, account>,
): Promise<SetStakeValueReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link setStakeValue} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the call to send.
 * @throws {AccessManagedUnauthorizedError} if the caller may not.
 * @example
 * const { request } = await simulateSetStakeValue(client, { court, asset, value: 1_000_000n })
 */
export async function simulateSetStakeValue<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSetStakeValueParameters,
): Promise<SimulateSetStakeValueReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link setStakeValue} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSetStakeValue({ court, asset, value: 1_000_000n })
 */
export function prepareSetStakeValue(parameters: PrepareSetStakeValueParameters): PrepareSetStakeValueReturnType {
  return prepare(toCall(parameters))
}

function toCall({ court, asset, value }: PrepareSetStakeValueParameters) {
  return {
    abi: courtAbi,
    address: court,
    functionName: 'setStakeValue',
    args: [asset, value],
  } as const
}
