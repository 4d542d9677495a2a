import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { bulwarkGovernorAbi } from '../../abis/bulwarkGovernorAbi.ts'
import { type ProposalCall, splitCalls } from '../../internal/splitCalls.ts'
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

/** What {@link prepareCancelProposal} takes. */
export type PrepareCancelProposalParameters = {
  /** The address of `BulwarkGovernor`. */
  governor: Address
  /** What it does, in order; any `prepare…` makes one. */
  calls: readonly ProposalCall[]
  /** Its text, part of its id. */
  description: string
}

/** What {@link cancelProposal} takes. */
export type CancelProposalParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareCancelProposalParameters

/** The hash of the transaction. */
export type CancelProposalReturnType = Hash

/** What {@link cancelProposal} can fail with. */
export type CancelProposalErrorType = WriteErrorType

/** What {@link simulateCancelProposal} takes. */
export type SimulateCancelProposalParameters = SimulateOptions & PrepareCancelProposalParameters

/** What {@link simulateCancelProposal} returns. */
export type SimulateCancelProposalReturnType = SimulateReturnType<bigint>

/** What {@link simulateCancelProposal} can fail with. */
export type SimulateCancelProposalErrorType = SimulateErrorType

/** What {@link prepareCancelProposal} returns. */
export type PrepareCancelProposalReturnType = PreparedCall

/**
 * Withdraws a proposal before the vote begins. Its proposer alone.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {GovernorUnableToCancelError} if it is too late, or another’s.
 * @example
 * const hash = await cancelProposal(wallet, { governor, calls: [prepareSetProtocolFee({ listings, fee: 300 })], description: 'Lower the fee' })
 */
export async function cancelProposal<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: CancelProposalParameters<chain, account>,
): Promise<CancelProposalReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link cancelProposal} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {GovernorUnableToCancelError} if it is too late, or another’s.
 * @example
 * const { request } = await simulateCancelProposal(client, { governor, calls: [prepareSetProtocolFee({ listings, fee: 300 })], description: 'Lower the fee' })
 */
export async function simulateCancelProposal<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateCancelProposalParameters,
): Promise<SimulateCancelProposalReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link cancelProposal} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareCancelProposal({ governor, calls: [prepareSetProtocolFee({ listings, fee: 300 })], description: 'Lower the fee' })
 */
export function prepareCancelProposal(parameters: PrepareCancelProposalParameters): PrepareCancelProposalReturnType {
  return prepare(toCall(parameters))
}

function toCall({ governor, calls, description }: PrepareCancelProposalParameters) {
  const { targets, values, calldatas, descriptionHash } = splitCalls(calls, description)
  const args = [targets, values, calldatas, descriptionHash] as const
  return { abi: bulwarkGovernorAbi, address: governor, functionName: 'cancel', args } as const
}
