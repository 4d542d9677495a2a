import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link isOperator} takes. */
export type IsOperatorParameters = ReadOptions & {
  /** The pool. */
  pool: Address
  /** Who may claim the exit. */
  controller: Address
  /** Who would act. */
  operator: Address
}

/** What {@link isOperator} returns. */
export type IsOperatorReturnType = boolean

/** What {@link isOperator} can fail with. */
export type IsOperatorErrorType = ReadErrorType

/**
 * Reads whether an operator may act for a controller (ERC-7540).
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns true if it may.
 * @example
 * const allowed = await isOperator(client, { pool, controller: alice, operator: bob })
 */
export async function isOperator<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: IsOperatorParameters,
): Promise<IsOperatorReturnType> {
  const { pool, controller, operator } = parameters
  return read(client, parameters, {
    abi: poolAbi,
    address: pool,
    functionName: 'isOperator',
    args: [controller, operator],
  })
}
