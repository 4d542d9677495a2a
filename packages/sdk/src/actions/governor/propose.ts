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

/** What {@link preparePropose} takes. */
export type PrepareProposeParameters = {
  /** The address of `BulwarkGovernor`. */
  governor: Address
  /** What it does, in order; any `prepare…` makes one. */
  calls: readonly ProposalCall[]
  /** Its text, part of its id. */
  description: string
}

/** What {@link propose} takes. */
export type ProposeParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareProposeParameters

/** The hash of the transaction. */
export type ProposeReturnType = Hash

/** What {@link propose} can fail with. */
export type ProposeErrorType = WriteErrorType

/** What {@link simulatePropose} takes. */
export type SimulateProposeParameters = SimulateOptions & PrepareProposeParameters

/** What {@link simulatePropose} returns. */
export type SimulateProposeReturnType = SimulateReturnType<bigint>

/** What {@link simulatePropose} can fail with. */
export type SimulateProposeErrorType = SimulateErrorType

/** What {@link preparePropose} returns. */
export type PrepareProposeReturnType = PreparedCall

/**
 * Proposes a decision.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {GovernorInsufficientProposerVotesError} if the proposer had too few votes a second ago.
 * @example
 * const hash = await propose(wallet, { governor, calls: [prepareSetProtocolFee({ listings, fee: 300 })], description: 'Lower the fee' })
 */
export async function propose<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ProposeParameters<chain, account>,
): Promise<ProposeReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link propose} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {GovernorInsufficientProposerVotesError} if the proposer had too few votes a second ago.
 * @example
 * const { request } = await simulatePropose(client, { governor, calls: [prepareSetProtocolFee({ listings, fee: 300 })], description: 'Lower the fee' })
 */
export async function simulatePropose<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateProposeParameters,
): Promise<SimulateProposeReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link propose} for a batch, a proposal or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = preparePropose({ governor, calls: [prepareSetProtocolFee({ listings, fee: 300 })], description: 'Lower the fee' })
 */
export function preparePropose(parameters: PrepareProposeParameters): PrepareProposeReturnType {
  return prepare(toCall(parameters))
}

function toCall({ governor, calls, description }: PrepareProposeParameters) {
  const { targets, values, calldatas } = splitCalls(calls, description)
  const args = [targets, values, calldatas, description] as const
  return { abi: bulwarkGovernorAbi, address: governor, functionName: 'propose', args } as const
}
