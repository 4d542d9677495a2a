import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { salvageAbi } from '../../abis/salvageAbi.ts'
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

/** What {@link prepareReportStuck} takes. */
export type PrepareReportStuckParameters = {
  /** The address of `Salvage`. */
  salvage: Address
  /** A granted incident on the cover's risk. */
  incident: bigint
  /** Id of the cover. */
  id: bigint
  /** Token units. */
  amount: bigint
}

/** What {@link reportStuck} takes. */
export type ReportStuckParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareReportStuckParameters

/** The hash of the transaction. */
export type ReportStuckReturnType = Hash

/** What {@link reportStuck} can fail with. */
export type ReportStuckErrorType = WriteErrorType

/** What {@link simulateReportStuck} takes. */
export type SimulateReportStuckParameters = SimulateOptions & PrepareReportStuckParameters

/** What {@link simulateReportStuck} returns. */
export type SimulateReportStuckReturnType = SimulateReturnType<undefined>

/** What {@link simulateReportStuck} can fail with. */
export type SimulateReportStuckErrorType = SimulateErrorType

/** What {@link prepareReportStuck} returns. */
export type PrepareReportStuckReturnType = PreparedCall

/**
 * Shows that the token cannot be moved although balance and allowance suffice; a week later {@link assignClaim} pays
 * all the same. Only the cover's protected account may. Needs some 600,000 gas.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NoSalvageError} if the listing asks for no salvage, or the incident is on another one.
 * @throws {OnlyAccountError} if the caller is not the cover's protected account.
 * @throws {AboveHoldingError} if it is more than was proven, insured and not paid on.
 * @throws {NotReadyError} if balance or allowance do not suffice.
 * @throws {TokenMovesError} if the token moves.
 * @throws {GasTooLowError} if too little gas is left to tell.
 * @example
 * const hash = await reportStuck(wallet, { salvage, incident: 1n, id, amount: 5n * 10n ** 18n })
 */
export async function reportStuck<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ReportStuckParameters<chain, account>,
): Promise<ReportStuckReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link reportStuck} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {NoSalvageError} if the listing asks for no salvage, or the incident is on another one.
 * @throws {OnlyAccountError} if the caller is not the cover's protected account.
 * @throws {AboveHoldingError} if it is more than was proven, insured and not paid on.
 * @throws {NotReadyError} if balance or allowance do not suffice.
 * @throws {TokenMovesError} if the token moves.
 * @throws {GasTooLowError} if too little gas is left to tell.
 * @example
 * const { request } = await simulateReportStuck(client, { salvage, incident: 1n, id, amount: 5n * 10n ** 18n })
 */
export async function simulateReportStuck<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateReportStuckParameters,
): Promise<SimulateReportStuckReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link reportStuck} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareReportStuck({ salvage, incident: 1n, id, amount: 5n * 10n ** 18n })
 */
export function prepareReportStuck(parameters: PrepareReportStuckParameters): PrepareReportStuckReturnType {
  return prepare(toCall(parameters))
}

function toCall({ salvage, incident, id, amount }: PrepareReportStuckParameters) {
  return { abi: salvageAbi, address: salvage, functionName: 'reportStuck', args: [incident, id, amount] } as const
}
