import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { priceFeedTriggerAbi } from '../../abis/priceFeedTriggerAbi.ts'
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

/** What {@link prepareArm} takes. */
export type PrepareArmParameters = {
  /** The address of `PriceFeedTrigger`. */
  priceFeedTrigger: Address
  /** Listing number. */
  listing: bigint
  /** Round id of a recovery: at or past its level, or the first one after a gap, an outage or a change of phase. */
  recovered: bigint
  /** Round id of the span's first round. */
  firstRound: bigint
  /** A pool that has sold cover on this listing. */
  pool: Address
  /** Wei to send along: the trigger fee of `getIncidentBounds`. It returns if the incident is granted. */
  fee: bigint
}

/** What {@link arm} takes. */
export type ArmParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareArmParameters

/** The hash of the transaction. */
export type ArmReturnType = Hash

/** What {@link arm} can fail with. */
export type ArmErrorType = WriteErrorType

/** What {@link simulateArm} takes. */
export type SimulateArmParameters = SimulateOptions & PrepareArmParameters

/** What {@link simulateArm} returns. */
export type SimulateArmReturnType = SimulateReturnType<bigint>

/** What {@link simulateArm} can fail with. */
export type SimulateArmErrorType = SimulateErrorType

/** What {@link prepareArm} returns. */
export type PrepareArmReturnType = PreparedCall

/**
 * Opens an incident at the first round beyond the strike since a recovery. Anyone may call it, for a fee.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {RoundNotBeyondStrikeError} if the first round is not beyond the strike.
 * @throws {RoundBeyondStrikeError} if the span begins earlier.
 * @throws {NotARecoveryError} if `recovered` is none.
 * @throws {AlreadyArmedError} if the span was armed before.
 * @throws {NeverSoldError} if that pool never sold cover on it.
 * @throws {LossTimeOutOfBoundsError} if the loss lies before the grace period.
 * @throws {WrongFeeError} if the fee is another.
 * @throws {RoundMissingError} if the feed has no such round.
 * @throws {BaseMissingError} if the feed has no price to which a round's would be relative.
 * @example
 * const { triggerFee: fee } = await getIncidentBounds(client, { incidents })
 * const hash = await arm(wallet, { priceFeedTrigger, listing: 1n, recovered: (1n << 64n) + 10n, firstRound: (1n << 64n) + 11n, pool, fee })
 */
export async function arm<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ArmParameters<chain, account>,
): Promise<ArmReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link arm} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: number of the incident; `request`: the call to send.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @throws {RoundNotBeyondStrikeError} if the first round is not beyond the strike.
 * @throws {RoundBeyondStrikeError} if the span begins earlier.
 * @throws {NotARecoveryError} if `recovered` is none.
 * @throws {AlreadyArmedError} if the span was armed before.
 * @throws {NeverSoldError} if that pool never sold cover on it.
 * @throws {LossTimeOutOfBoundsError} if the loss lies before the grace period.
 * @throws {WrongFeeError} if the fee is another.
 * @throws {RoundMissingError} if the feed has no such round.
 * @throws {BaseMissingError} if the feed has no price to which a round's would be relative.
 * @example
 * const { triggerFee: fee } = await getIncidentBounds(client, { incidents })
 * const { result, request } = await simulateArm(client, { priceFeedTrigger, listing: 1n, recovered: (1n << 64n) + 10n, firstRound: (1n << 64n) + 11n, pool, fee })
 */
export async function simulateArm<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateArmParameters,
): Promise<SimulateArmReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link arm} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const { triggerFee: fee } = await getIncidentBounds(client, { incidents })
 * const call = prepareArm({ priceFeedTrigger, listing: 1n, recovered: (1n << 64n) + 10n, firstRound: (1n << 64n) + 11n, pool, fee })
 */
export function prepareArm(parameters: PrepareArmParameters): PrepareArmReturnType {
  return prepare(toCall(parameters))
}

function toCall({ priceFeedTrigger, listing, recovered, firstRound, pool, fee }: PrepareArmParameters) {
  return {
    abi: priceFeedTriggerAbi,
    address: priceFeedTrigger,
    functionName: 'arm',
    args: [listing, recovered, firstRound, pool],
    value: fee,
  } as const
}
