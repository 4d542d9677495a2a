import type { Account, Address, Chain, Client, Hash, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
import { toPosition } from '../../internal/toPosition.ts'
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
import type { Position } from '../../types/court.ts'

/** What {@link prepareClearConflict} takes. */
export type PrepareClearConflictParameters = {
  /** The address of `Court`. */
  court: Address
  /** Number of the incident. */
  incident: bigint
  /** The assessor. */
  assessor: Address
  /** What he holds. */
  position: Position
}

/** What {@link clearConflict} takes. */
export type ClearConflictParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PrepareClearConflictParameters

/** The hash of the transaction. */
export type ClearConflictReturnType = Hash

/** What {@link clearConflict} can fail with. */
export type ClearConflictErrorType = WriteErrorType

/** What {@link simulateClearConflict} takes. */
export type SimulateClearConflictParameters = SimulateOptions & PrepareClearConflictParameters

/** What {@link simulateClearConflict} returns. */
export type SimulateClearConflictReturnType = SimulateReturnType<undefined>

/** What {@link simulateClearConflict} can fail with. */
export type SimulateClearConflictErrorType = SimulateErrorType

/** What {@link prepareClearConflict} returns. */
export type PrepareClearConflictReturnType = PreparedCall

/**
 * Takes a report back that is true no more. Anyone.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {WrongReportError} if there is none.
 * @throws {StillConflictedError} if it is still true.
 * @example
 * const hash = await clearConflict(wallet, { court, incident: 1n, assessor: bob, position: { kind: 'shares', pool } })
 */
export async function clearConflict<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: ClearConflictParameters<chain, account>,
): Promise<ClearConflictReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link clearConflict} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the call to send.
 * @throws {UnknownCaseError} if the case was not opened.
 * @throws {WrongReportError} if there is none.
 * @throws {StillConflictedError} if it is still true.
 * @example
 * const { request } = await simulateClearConflict(client, { court, incident: 1n, assessor: bob, position: { kind: 'shares', pool } })
 */
export async function simulateClearConflict<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulateClearConflictParameters,
): Promise<SimulateClearConflictReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link clearConflict} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const call = prepareClearConflict({ court, incident: 1n, assessor: bob, position: { kind: 'shares', pool } })
 */
export function prepareClearConflict(parameters: PrepareClearConflictParameters): PrepareClearConflictReturnType {
  return prepare(toCall(parameters))
}

function toCall({ court, incident, assessor, position }: PrepareClearConflictParameters) {
  return {
    abi: courtAbi,
    address: court,
    functionName: 'clearConflict',
    args: [incident, assessor, toPosition(position)],
  } as const
}
