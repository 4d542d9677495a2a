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

/** What {@link prepareTakeLot} takes. */
export type PrepareTakeLotParameters = {
  /** The address of `Salvage`. */
  salvage: Address
  /** Number of the lot, from 1. */
  lot: bigint
  /** Token units; more than is left takes what is left. */
  amount: bigint
  /** Most to pay, units of the pool's asset, which the caller has approved. */
  maxPayment: bigint
  /** Who receives the tokens. */
  receiver: Address
}

/** What {@link takeLot} takes. */
export type TakeLotParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareTakeLotParameters

/** The hash of the transaction. */
export type TakeLotReturnType = Hash

/** What {@link takeLot} can fail with. */
export type TakeLotErrorType = WriteErrorType

/** What {@link simulateTakeLot} takes. */
export type SimulateTakeLotParameters = SimulateOptions & PrepareTakeLotParameters

/** What {@link simulateTakeLot} returns. */
export type SimulateTakeLotReturnType = SimulateReturnType<{ taken: bigint; payment: bigint }>

/** What {@link simulateTakeLot} can fail with. */
export type SimulateTakeLotErrorType = SimulateErrorType

/** What {@link prepareTakeLot} returns. */
export type PrepareTakeLotReturnType = PreparedCall

/**
 * Buys of a lot at its present price, which halves every 12 hours; the payment is a recovery of the incident. Anyone
 * may.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {LotGoneError} if nothing is left of it.
 * @throws {AuctionNotStartedError} before the day after it was handed over.
 * @throws {PaymentAboveMaximumError} if it costs more than `maxPayment`.
 * @throws {TransferFromFailedError} if the caller's allowance or balance in the asset is too small.
 * @example
 * const lot = { salvage, lot: 1n, amount: 5n * 10n ** 18n }
 * const price = await getLotPrice(client, lot)
 * const hash = await takeLot(wallet, { ...lot, maxPayment: price, receiver: alice })
 */
export async function takeLot<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: TakeLotParameters<chain, account>,
): Promise<TakeLotReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link takeLot} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: token units and the units paid for them, rounded up; `request`: the call to send.
 * @throws {LotGoneError} if nothing is left of it.
 * @throws {AuctionNotStartedError} before the day after it was handed over.
 * @throws {PaymentAboveMaximumError} if it costs more than `maxPayment`.
 * @throws {TransferFromFailedError} if the caller's allowance or balance in the asset is too small.
 * @example
 * const lot = { salvage, lot: 1n, amount: 5n * 10n ** 18n }
 * const price = await getLotPrice(client, lot)
 * const { result, request } = await simulateTakeLot(client, { ...lot, maxPayment: price, receiver: alice })
 */
export async function simulateTakeLot<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateTakeLotParameters,
): Promise<SimulateTakeLotReturnType> {
  const {
    result: [taken, payment],
    request,
  } = await simulate(client, parameters, toCall(parameters))
  return { result: { taken, payment }, request }
}

/**
 * Encodes {@link takeLot} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const lot = { salvage, lot: 1n, amount: 5n * 10n ** 18n }
 * const price = await getLotPrice(client, lot)
 * const call = prepareTakeLot({ ...lot, maxPayment: price, receiver: alice })
 */
export function prepareTakeLot(parameters: PrepareTakeLotParameters): PrepareTakeLotReturnType {
  return prepare(toCall(parameters))
}

function toCall({ salvage, lot, amount, maxPayment, receiver }: PrepareTakeLotParameters) {
  return { abi: salvageAbi, address: salvage, functionName: 'take', args: [lot, amount, maxPayment, receiver] } as const
}
