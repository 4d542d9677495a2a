import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
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

/** What {@link prepareRule} takes. */
export type PrepareRuleParameters = {
  /** The address of `Incidents`. */
  incidents: Address
  /** Incident number. */
  incident: bigint
}

/** What {@link rule} takes. */
export type RuleParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareRuleParameters

/** The hash of the transaction. */
export type RuleReturnType = Hash

/** What {@link rule} can fail with. */
export type RuleErrorType = WriteErrorType

/** What {@link simulateRule} takes. */
export type SimulateRuleParameters = SimulateOptions & PrepareRuleParameters

/** What {@link simulateRule} returns. */
export type SimulateRuleReturnType = SimulateReturnType<undefined>

/** What {@link simulateRule} can fail with. */
export type SimulateRuleErrorType = SimulateErrorType

/** What {@link prepareRule} returns. */
export type PrepareRuleReturnType = PreparedCall

/**
 * Takes the adjudicator's ruling into the journal. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownIncidentError} if there is no such incident.
 * @throws {WrongStatusError} if it is not open.
 * @throws {NotRuledError} if the adjudicator has not ruled yet.
 * @example
 * const hash = await rule(wallet, { incidents, incident: 1n })
 */
export async function rule<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: RuleParameters<chain, account>,
): Promise<RuleReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link rule} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {UnknownIncidentError} if there is no such incident.
 * @throws {WrongStatusError} if it is not open.
 * @throws {NotRuledError} if the adjudicator has not ruled yet.
 * @example
 * const { request } = await simulateRule(client, { incidents, incident: 1n })
 */
export async function simulateRule<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateRuleParameters,
): Promise<SimulateRuleReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link rule} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareRule({ incidents, incident: 1n })
 */
export function prepareRule(parameters: PrepareRuleParameters): PrepareRuleReturnType {
  return prepare(toCall(parameters))
}

function toCall({ incidents, incident }: PrepareRuleParameters) {
  return { abi: incidentsAbi, address: incidents, functionName: 'rule', args: [incident] } as const
}
