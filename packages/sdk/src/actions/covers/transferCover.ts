import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { coversAbi } from '../../abis/coversAbi.ts'
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

/** What {@link prepareTransferCover} takes. */
export type PrepareTransferCoverParameters = {
  /** The address of `Covers`. */
  covers: Address
  /** Its owner. */
  from: Address
  /** Its new owner. */
  to: Address
  /** Id of the cover. */
  id: bigint
}

/** What {@link transferCover} takes. */
export type TransferCoverParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareTransferCoverParameters

/** The hash of the transaction. */
export type TransferCoverReturnType = Hash

/** What {@link transferCover} can fail with. */
export type TransferCoverErrorType = WriteErrorType

/** What {@link simulateTransferCover} takes. */
export type SimulateTransferCoverParameters = SimulateOptions & PrepareTransferCoverParameters

/** What {@link simulateTransferCover} returns. */
export type SimulateTransferCoverReturnType = SimulateReturnType<undefined>

/** What {@link simulateTransferCover} can fail with. */
export type SimulateTransferCoverErrorType = SimulateErrorType

/** What {@link prepareTransferCover} returns. */
export type PrepareTransferCoverReturnType = PreparedCall

/**
 * Transfers a cover, with every right in it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotOwnerNorApprovedError} if the caller neither owns it nor is approved for it.
 * @throws {TransferFromIncorrectOwnerError} if it belongs to another account.
 * @throws {TransferToZeroAddressError} if the receiver is the zero address.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @example
 * const hash = await transferCover(wallet, { covers, from: alice, to: bob, id })
 */
export async function transferCover<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: TransferCoverParameters<chain, account>,
): Promise<TransferCoverReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link transferCover} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {NotOwnerNorApprovedError} if the caller neither owns it nor is approved for it.
 * @throws {TransferFromIncorrectOwnerError} if it belongs to another account.
 * @throws {TransferToZeroAddressError} if the receiver is the zero address.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @example
 * const { request } = await simulateTransferCover(client, { covers, from: alice, to: bob, id })
 */
export async function simulateTransferCover<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateTransferCoverParameters,
): Promise<SimulateTransferCoverReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link transferCover} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareTransferCover({ covers, from: alice, to: bob, id })
 */
export function prepareTransferCover(parameters: PrepareTransferCoverParameters): PrepareTransferCoverReturnType {
  return prepare(toCall(parameters))
}

function toCall({ covers, from, to, id }: PrepareTransferCoverParameters) {
  return { abi: coversAbi, address: covers, functionName: 'transferFrom', args: [from, to, id] } as const
}
