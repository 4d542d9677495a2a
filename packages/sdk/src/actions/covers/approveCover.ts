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

/** What {@link prepareApproveCover} takes. */
export type PrepareApproveCoverParameters = {
  /** The address of `Covers`. */
  covers: Address
  /** The account; zero: nobody. */
  spender: Address
  /** Id of the cover. */
  id: bigint
}

/** What {@link approveCover} takes. */
export type ApproveCoverParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareApproveCoverParameters

/** The hash of the transaction. */
export type ApproveCoverReturnType = Hash

/** What {@link approveCover} can fail with. */
export type ApproveCoverErrorType = WriteErrorType

/** What {@link simulateApproveCover} takes. */
export type SimulateApproveCoverParameters = SimulateOptions & PrepareApproveCoverParameters

/** What {@link simulateApproveCover} returns. */
export type SimulateApproveCoverReturnType = SimulateReturnType<undefined>

/** What {@link simulateApproveCover} can fail with. */
export type SimulateApproveCoverErrorType = SimulateErrorType

/** What {@link prepareApproveCover} returns. */
export type PrepareApproveCoverReturnType = PreparedCall

/**
 * Lets an account transfer a cover and set its payee.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {NotOwnerNorApprovedError} if the caller neither owns it nor is an operator of its owner.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @example
 * const hash = await approveCover(wallet, { covers, spender: bob, id })
 */
export async function approveCover<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ApproveCoverParameters<chain, account>,
): Promise<ApproveCoverReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link approveCover} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {NotOwnerNorApprovedError} if the caller neither owns it nor is an operator of its owner.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @example
 * const { request } = await simulateApproveCover(client, { covers, spender: bob, id })
 */
export async function simulateApproveCover<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateApproveCoverParameters,
): Promise<SimulateApproveCoverReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link approveCover} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareApproveCover({ covers, spender: bob, id })
 */
export function prepareApproveCover(parameters: PrepareApproveCoverParameters): PrepareApproveCoverReturnType {
  return prepare(toCall(parameters))
}

function toCall({ covers, spender, id }: PrepareApproveCoverParameters) {
  return { abi: coversAbi, address: covers, functionName: 'approve', args: [spender, id] } as const
}
