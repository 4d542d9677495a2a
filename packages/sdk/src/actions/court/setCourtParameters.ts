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
import type { CourtConfig, CourtParameters } from '../../types/court.ts'

/** What {@link prepareSetCourtParameters} takes. */
export type PrepareSetCourtParametersParameters = {
  /** The address of `Court`. */
  court: Address
  /** The next version. */
  parameters: CourtParameters
  /** Who hears appeals of listings that name the court second. */
  config: CourtConfig
}

/** What {@link setCourtParameters} takes. */
export type SetCourtParametersParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSetCourtParametersParameters

/** The hash of the transaction. */
export type SetCourtParametersReturnType = Hash

/** What {@link setCourtParameters} can fail with. */
export type SetCourtParametersErrorType = WriteErrorType

/** What {@link simulateSetCourtParameters} takes. */
export type SimulateSetCourtParametersParameters = SimulateOptions & PrepareSetCourtParametersParameters

/** What {@link simulateSetCourtParameters} returns. */
export type SimulateSetCourtParametersReturnType = SimulateReturnType<undefined>

/** What {@link simulateSetCourtParameters} can fail with. */
export type SimulateSetCourtParametersErrorType = SimulateErrorType

/** What {@link prepareSetCourtParameters} returns. */
export type PrepareSetCourtParametersReturnType = PreparedCall

/**
 * Sets the parameters of listings created from now on. Governance.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {InvalidConfigError} if a field is out of its bounds.
 * @throws {AccessManagedUnauthorizedError} if the caller may not.
 * @example
 * const hash = await setCourtParameters(wallet, { court, parameters: version, config: appeals })
 */
export async function setCourtParameters<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SetCourtParametersParameters<chain, account>,
): Promise<SetCourtParametersReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link setCourtParameters} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the call to send.
 * @throws {InvalidConfigError} if a field is out of its bounds.
 * @throws {AccessManagedUnauthorizedError} if the caller may not.
 * @example
 * const { request } = await simulateSetCourtParameters(client, { court, parameters: version, config: appeals })
 */
export async function simulateSetCourtParameters<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSetCourtParametersParameters,
): Promise<SimulateSetCourtParametersReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link setCourtParameters} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSetCourtParameters({ court, parameters: version, config: appeals })
 */
export function prepareSetCourtParameters(
  parameters: PrepareSetCourtParametersParameters,
): PrepareSetCourtParametersReturnType {
  return prepare(toCall(parameters))
}

function toCall({ court, parameters, config }: PrepareSetCourtParametersParameters) {
  return {
    abi: courtAbi,
    address: court,
    functionName: 'setParameters',
    args: [parameters, config],
  } as const
}
