import type { Account, Address, Chain, Client, Hash, Hex, Transport } from 'viem'
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

/** What {@link prepareSafeTransferCover} takes. */
export type PrepareSafeTransferCoverParameters = {
  /** The address of `Covers`. */
  covers: Address
  /** Its owner. */
  from: Address
  /** Its new owner. */
  to: Address
  /** Id of the cover. */
  id: bigint
  /** What the receiving contract is told. @default nothing */
  data?: Hex | undefined
}

/** What {@link safeTransferCover} takes. */
export type SafeTransferCoverParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareSafeTransferCoverParameters

/** The hash of the transaction. */
export type SafeTransferCoverReturnType = Hash

/** What {@link safeTransferCover} can fail with. */
export type SafeTransferCoverErrorType = WriteErrorType

/** What {@link simulateSafeTransferCover} takes. */
export type SimulateSafeTransferCoverParameters = SimulateOptions & PrepareSafeTransferCoverParameters

/** What {@link simulateSafeTransferCover} returns. */
export type SimulateSafeTransferCoverReturnType = SimulateReturnType<undefined>

/** What {@link simulateSafeTransferCover} can fail with. */
export type SimulateSafeTransferCoverErrorType = SimulateErrorType

/** What {@link prepareSafeTransferCover} returns. */
export type PrepareSafeTransferCoverReturnType = PreparedCall

/**
 * Transfers a cover to an account, or to a contract that accepts ERC-721 tokens.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {TransferToNonERC721ReceiverImplementerError} if the receiver is a contract that does not accept it.
 * @throws {NotOwnerNorApprovedError} if the caller neither owns it nor is approved for it.
 * @throws {TransferFromIncorrectOwnerError} if it belongs to another account.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @example
 * const hash = await safeTransferCover(wallet, { covers, from: alice, to: bob, id })
 */
export async function safeTransferCover<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SafeTransferCoverParameters<chain, account>,
): Promise<SafeTransferCoverReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link safeTransferCover} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {TransferToNonERC721ReceiverImplementerError} if the receiver is a contract that does not accept it.
 * @throws {NotOwnerNorApprovedError} if the caller neither owns it nor is approved for it.
 * @throws {TransferFromIncorrectOwnerError} if it belongs to another account.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @example
 * const { request } = await simulateSafeTransferCover(client, { covers, from: alice, to: bob, id })
 */
export async function simulateSafeTransferCover<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateSafeTransferCoverParameters,
): Promise<SimulateSafeTransferCoverReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link safeTransferCover} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareSafeTransferCover({ covers, from: alice, to: bob, id })
 */
export function prepareSafeTransferCover(
  parameters: PrepareSafeTransferCoverParameters,
): PrepareSafeTransferCoverReturnType {
  return prepare(toCall(parameters))
}

function toCall({ covers, from, to, id, data = '0x' }: PrepareSafeTransferCoverParameters) {
  return { abi: coversAbi, address: covers, functionName: 'safeTransferFrom', args: [from, to, id, data] } as const
}
