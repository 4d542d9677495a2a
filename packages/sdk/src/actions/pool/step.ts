import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
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

/** What {@link prepareStep} takes. */
export type PrepareStepParameters = {
  /** The pool. */
  pool: Address
  /** The most entries to step past. */
  max: bigint
}

/** What {@link step} takes. */
export type StepParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareStepParameters

/** The hash of the transaction. */
export type StepReturnType = Hash

/** What {@link step} can fail with. */
export type StepErrorType = WriteErrorType

/** What {@link simulateStep} takes. */
export type SimulateStepParameters = SimulateOptions & PrepareStepParameters

/** What {@link simulateStep} returns. */
export type SimulateStepReturnType = SimulateReturnType<bigint>

/** What {@link simulateStep} can fail with. */
export type SimulateStepErrorType = SimulateErrorType

/** What {@link prepareStep} returns. */
export type PrepareStepReturnType = PreparedCall

/**
 * Steps a pool through the journal of incidents. Anyone may call it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @example
 * const hash = await step(wallet, { pool, max: 8n })
 */
export async function step<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: StepParameters<chain, account>,
): Promise<StepReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link step} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `result`: entries stepped past in all; `request`: the call to send.
 * @example
 * const { result, request } = await simulateStep(client, { pool, max: 8n })
 */
export async function simulateStep<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateStepParameters,
): Promise<SimulateStepReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link step} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareStep({ pool, max: 8n })
 */
export function prepareStep(parameters: PrepareStepParameters): PrepareStepReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, max }: PrepareStepParameters) {
  return { abi: poolAbi, address: pool, functionName: 'step', args: [max] } as const
}
