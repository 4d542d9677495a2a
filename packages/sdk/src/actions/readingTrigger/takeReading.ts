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

/** What {@link prepareTakeReading} takes. */
export type PrepareTakeReadingParameters = {
  /** The address of a `VaultLossTrigger`, `DeficitTrigger`, `ReserveTrigger` or `FrozenTrigger`. */
  trigger: Address
  /** Incident number. */
  incident: bigint
}

/** What {@link takeReading} takes. */
export type TakeReadingParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareTakeReadingParameters

/** The hash of the transaction. */
export type TakeReadingReturnType = Hash

/** What {@link takeReading} can fail with. */
export type TakeReadingErrorType = WriteErrorType

/** What {@link simulateTakeReading} takes. */
export type SimulateTakeReadingParameters = SimulateOptions & PrepareTakeReadingParameters

/** What {@link simulateTakeReading} returns. */
export type SimulateTakeReadingReturnType = SimulateReturnType<undefined>

/** What {@link simulateTakeReading} can fail with. */
export type SimulateTakeReadingErrorType = SimulateErrorType

/** What {@link prepareTakeReading} returns. */
export type PrepareTakeReadingReturnType = PreparedCall

/**
 * Takes a reading within a span: one that has recovered, or comes too late after the last, ends the span and dismisses the
 * incident; any other is kept if it is kinder to the pools. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotArmedError} if there is no span under proof for the incident.
 * @throws {NoReadingError} if the contract that is watched says nothing that counts; its advice says why.
 * @example
 * const hash = await takeReading(wallet, { trigger: vaultLossTrigger, incident: 1n })
 */
export async function takeReading<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: TakeReadingParameters<chain, account>,
): Promise<TakeReadingReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link takeReading} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {NotArmedError} if there is no span under proof for the incident.
 * @throws {NoReadingError} if the contract that is watched says nothing that counts; its advice says why.
 * @example
 * const { request } = await simulateTakeReading(client, { trigger: vaultLossTrigger, incident: 1n })
 */
export async function simulateTakeReading<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateTakeReadingParameters,
): Promise<SimulateTakeReadingReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link takeReading} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareTakeReading({ trigger: vaultLossTrigger, incident: 1n })
 */
export function prepareTakeReading(parameters: PrepareTakeReadingParameters): PrepareTakeReadingReturnType {
  return prepare(toCall(parameters))
}

function toCall({ trigger, incident }: PrepareTakeReadingParameters) {
  return {
    abi: readingTriggerAbi,
    address: trigger,
    functionName: 'read',
    args: [incident],
  } as const
}
