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

/** What {@link prepareCollectCredit} takes. */
export type PrepareCollectCreditParameters = {
  /** The address of `Incidents`. */
  incidents: Address
  /** The bond token; zero for the chain's own coin. */
  token: Address
  /** Whose it is. */
  recipient: Address
}

/** What {@link collectCredit} takes. */
export type CollectCreditParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCollectCreditParameters

/** The hash of the transaction. */
export type CollectCreditReturnType = Hash

/** What {@link collectCredit} can fail with. */
export type CollectCreditErrorType = WriteErrorType

/** What {@link simulateCollectCredit} takes. */
export type SimulateCollectCreditParameters = SimulateOptions & PrepareCollectCreditParameters

/** What {@link simulateCollectCredit} returns. */
export type SimulateCollectCreditReturnType = SimulateReturnType<bigint>

/** What {@link simulateCollectCredit} can fail with. */
export type SimulateCollectCreditErrorType = SimulateErrorType

/** What {@link prepareCollectCredit} returns. */
export type PrepareCollectCreditReturnType = PreparedCall

/**
 * Sends a returned bond or fee, or a forfeited one, to its account. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NothingToCollectError} if there is nothing.
 * @example
 * const hash = await collectCredit(wallet, { incidents, token: asset, recipient: alice })
 */
export async function collectCredit<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CollectCreditParameters<chain, account>,
): Promise<CollectCreditReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link collectCredit} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: units sent; `request`: the call to send.
 * @throws {NothingToCollectError} if there is nothing.
 * @example
 * const { result, request } = await simulateCollectCredit(client, { incidents, token: asset, recipient: alice })
 */
export async function simulateCollectCredit<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCollectCreditParameters,
): Promise<SimulateCollectCreditReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link collectCredit} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareCollectCredit({ incidents, token: asset, recipient: alice })
 */
export function prepareCollectCredit(parameters: PrepareCollectCreditParameters): PrepareCollectCreditReturnType {
  return prepare(toCall(parameters))
}

function toCall({ incidents, token, recipient }: PrepareCollectCreditParameters) {
  return { abi: incidentsAbi, address: incidents, functionName: 'collect', args: [token, recipient] } as const
}
