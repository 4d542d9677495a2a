import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { readingTriggerAbi } from '../../abis/readingTriggerAbi.ts'
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

/** What {@link prepareProveReading} takes. */
export type PrepareProveReadingParameters = {
  /** The address of a `VaultLossTrigger`, `DeficitTrigger`, `ReserveTrigger` or `FrozenTrigger`. */
  trigger: Address
  /** Incident number. */
  incident: bigint
}

/** What {@link proveReading} takes. */
export type ProveReadingParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareProveReadingParameters

/** The hash of the transaction. */
export type ProveReadingReturnType = Hash

/** What {@link proveReading} can fail with. */
export type ProveReadingErrorType = WriteErrorType

/** What {@link simulateProveReading} takes. */
export type SimulateProveReadingParameters = SimulateOptions & PrepareProveReadingParameters

/** What {@link simulateProveReading} returns. */
export type SimulateProveReadingReturnType = SimulateReturnType<bigint>

/** What {@link simulateProveReading} can fail with. */
export type SimulateProveReadingErrorType = SimulateErrorType

/** What {@link prepareProveReading} returns. */
export type PrepareProveReadingReturnType = PreparedCall

/**
 * Takes the last reading of a span, and rules. Anyone may call it, from the persistence time after the arming until
 * `getKeeperTime` later.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotArmedError} if there is no span under proof for the incident.
 * @throws {SpanTooShortError} if the persistence time is not over.
 * @throws {SpanTooOldError} if it came too late: the incident lapses.
 * @throws {ReadingsTooFarApartError} if the last reading is too old: `takeReading` ends the span.
 * @throws {NoReadingError} if the contract that is watched says nothing that counts; its advice says why.
 * @throws {NotBeyondStrikeError} if the reading is not beyond the strike.
 * @example
 * const hash = await proveReading(wallet, { trigger: vaultLossTrigger, incident: 1n })
 */
export async function proveReading<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ProveReadingParameters<chain, account>,
): Promise<ProveReadingReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link proveReading} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: the loss ratio granted, WAD; `request`: the call to send.
 * @throws {NotArmedError} if there is no span under proof for the incident.
 * @throws {SpanTooShortError} if the persistence time is not over.
 * @throws {SpanTooOldError} if it came too late: the incident lapses.
 * @throws {ReadingsTooFarApartError} if the last reading is too old: `takeReading` ends the span.
 * @throws {NoReadingError} if the contract that is watched says nothing that counts; its advice says why.
 * @throws {NotBeyondStrikeError} if the reading is not beyond the strike.
 * @example
 * const { result, request } = await simulateProveReading(client, { trigger: vaultLossTrigger, incident: 1n })
 */
export async function simulateProveReading<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateProveReadingParameters,
): Promise<SimulateProveReadingReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link proveReading} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareProveReading({ trigger: vaultLossTrigger, incident: 1n })
 */
export function prepareProveReading(parameters: PrepareProveReadingParameters): PrepareProveReadingReturnType {
  return prepare(toCall(parameters))
}

function toCall({ trigger, incident }: PrepareProveReadingParameters) {
  return {
    abi: readingTriggerAbi,
    address: trigger,
    functionName: 'prove',
    args: [incident],
  } as const
}
