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

/** What {@link prepareExecuteProposal} takes. */
export type PrepareExecuteProposalParameters = {
  /** The address of `BulwarkGovernor`. */
  governor: Address
  /** What it does, in order; any `prepare…` makes one. */
  calls: readonly ProposalCall[]
  /** Its text, part of its id. */
  description: string
}

/** What {@link executeProposal} takes. */
export type ExecuteProposalParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareExecuteProposalParameters

/** The hash of the transaction. */
export type ExecuteProposalReturnType = Hash

/** What {@link executeProposal} can fail with. */
export type ExecuteProposalErrorType = WriteErrorType

/** What {@link simulateExecuteProposal} takes. */
export type SimulateExecuteProposalParameters = SimulateOptions & PrepareExecuteProposalParameters

/** What {@link simulateExecuteProposal} returns. */
export type SimulateExecuteProposalReturnType = SimulateReturnType<bigint>

/** What {@link simulateExecuteProposal} can fail with. */
export type SimulateExecuteProposalErrorType = SimulateErrorType

/** What {@link prepareExecuteProposal} returns. */
export type PrepareExecuteProposalReturnType = PreparedCall

/**
 * Executes what is due. Anyone may; it fails with the error of what it does.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {GovernorUnexpectedProposalStateError} if it is not the time for it.
 * @example
 * const hash = await executeProposal(wallet, { governor, calls: [prepareSetProtocolFee({ listings, fee: 300 })], description: 'Lower the fee' })
 */
export async function executeProposal<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ExecuteProposalParameters<chain, account>,
): Promise<ExecuteProposalReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link executeProposal} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {GovernorUnexpectedProposalStateError} if it is not the time for it.
 * @example
 * const { request } = await simulateExecuteProposal(client, { governor, calls: [prepareSetProtocolFee({ listings, fee: 300 })], description: 'Lower the fee' })
 */
export async function simulateExecuteProposal<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateExecuteProposalParameters,
): Promise<SimulateExecuteProposalReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link executeProposal} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareExecuteProposal({ governor, calls: [prepareSetProtocolFee({ listings, fee: 300 })], description: 'Lower the fee' })
 */
export function prepareExecuteProposal(parameters: PrepareExecuteProposalParameters): PrepareExecuteProposalReturnType {
  return prepare(toCall(parameters))
}

function toCall({ governor, calls, description }: PrepareExecuteProposalParameters) {
  const { targets, values, calldatas, descriptionHash } = splitCalls(calls, description)
  const args = [targets, values, calldatas, descriptionHash] as const
  return { abi: bulwarkGovernorAbi, address: governor, functionName: 'execute', args } as const
}
