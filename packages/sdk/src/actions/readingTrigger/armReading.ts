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

/** What {@link prepareArmReading} takes. */
export type PrepareArmReadingParameters = {
  /** The address of a `VaultLossTrigger`, `DeficitTrigger`, `ReserveTrigger` or `FrozenTrigger`. */
  trigger: Address
  /** Listing number. */
  listing: bigint
  /** A pool that has sold cover on this listing. */
  pool: Address
  /** Wei to send along: the trigger fee of `getIncidentBounds`. It returns if the incident is granted. */
  fee: bigint
}

/** What {@link armReading} takes. */
export type ArmReadingParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareArmReadingParameters

/** The hash of the transaction. */
export type ArmReadingReturnType = Hash

/** What {@link armReading} can fail with. */
export type ArmReadingErrorType = WriteErrorType

/** What {@link simulateArmReading} takes. */
export type SimulateArmReadingParameters = SimulateOptions & PrepareArmReadingParameters

/** What {@link simulateArmReading} returns. */
export type SimulateArmReadingReturnType = SimulateReturnType<bigint>

/** What {@link simulateArmReading} can fail with. */
export type SimulateArmReadingErrorType = SimulateErrorType

/** What {@link prepareArmReading} returns. */
export type PrepareArmReadingReturnType = PreparedCall

/**
 * Opens an incident by a reading beyond the strike. Anyone may call it, for a fee.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {AlreadyArmedError} if a span of this listing is under proof.
 * @throws {NoReadingError} if the contract that is watched says nothing that counts; its advice says why.
 * @throws {NotBeyondStrikeError} if the reading is not beyond the strike.
 * @throws {NeverSoldError} if that pool never sold cover on it.
 * @throws {WrongFeeError} if the fee is another.
 * @example
 * const { triggerFee: fee } = await getIncidentBounds(client, { incidents })
 * const hash = await armReading(wallet, { trigger: vaultLossTrigger, listing: 1n, pool, fee })
 */
export async function armReading<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ArmReadingParameters<chain, account>,
): Promise<ArmReadingReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link armReading} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: number of the incident; `request`: the call to send.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {AlreadyArmedError} if a span of this listing is under proof.
 * @throws {NoReadingError} if the contract that is watched says nothing that counts; its advice says why.
 * @throws {NotBeyondStrikeError} if the reading is not beyond the strike.
 * @throws {NeverSoldError} if that pool never sold cover on it.
 * @throws {WrongFeeError} if the fee is another.
 * @example
 * const { triggerFee: fee } = await getIncidentBounds(client, { incidents })
 * const { result, request } = await simulateArmReading(client, { trigger: vaultLossTrigger, listing: 1n, pool, fee })
 */
export async function simulateArmReading<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateArmReadingParameters,
): Promise<SimulateArmReadingReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link armReading} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const { triggerFee: fee } = await getIncidentBounds(client, { incidents })
 * const call = prepareArmReading({ trigger: vaultLossTrigger, listing: 1n, pool, fee })
 */
export function prepareArmReading(parameters: PrepareArmReadingParameters): PrepareArmReadingReturnType {
  return prepare(toCall(parameters))
}

function toCall({ trigger, listing, pool, fee }: PrepareArmReadingParameters) {
  return {
    abi: readingTriggerAbi,
    address: trigger,
    functionName: 'arm',
    args: [listing, pool],
    value: fee,
  } as const
}
