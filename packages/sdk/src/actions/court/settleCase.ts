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

/** What {@link prepareSettleCase} takes. */
export type PrepareSettleCaseParameters = {
  /** The address of `Court`. */
  court: Address
  /** Number of the incident. */
  incident: bigint
}

/** What {@link settleCase} takes. */
export type SettleCaseParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSettleCaseParameters

/** The hash of the transaction. */
export type SettleCaseReturnType = Hash

/** What {@link settleCase} can fail with. */
export type SettleCaseErrorType = WriteErrorType

/** What {@link simulateSettleCase} takes. */
export type SimulateSettleCaseParameters = SimulateOptions & PrepareSettleCaseParameters

/** What {@link simulateSettleCase} returns. */
export type SimulateSettleCaseReturnType = SimulateReturnType<undefined>

/** What {@link simulateSettleCase} can fail with. */
export type SimulateSettleCaseErrorType = SimulateErrorType

/** What {@link prepareSettleCase} returns. */
export type PrepareSettleCaseReturnType = PreparedCall

/**
 * Books slashes and fees of a decided case, and takes its ruling in if nobody did. Anyone.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {CasePendingError} if it is not decided.
 * @throws {WrongSettlementError} if they are booked.
 * @example
 * const hash = await settleCase(wallet, { court, incident: 1n })
 */
export async function settleCase<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SettleCaseParameters<chain, account>,
): Promise<SettleCaseReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link settleCase} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the call to send.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {CasePendingError} if it is not decided.
 * @throws {WrongSettlementError} if they are booked.
 * @example
 * const { request } = await simulateSettleCase(client, { court, incident: 1n })
 */
export async function simulateSettleCase<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSettleCaseParameters,
): Promise<SimulateSettleCaseReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link settleCase} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSettleCase({ court, incident: 1n })
 */
export function prepareSettleCase(parameters: PrepareSettleCaseParameters): PrepareSettleCaseReturnType {
  return prepare(toCall(parameters))
}

function toCall({ court, incident }: PrepareSettleCaseParameters) {
  return {
    abi: courtAbi,
    address: court,
    functionName: 'settleCase',
    args: [incident],
  } as const
}
