import { type Address, type Chain, type Client, type Hex, type Transport, zeroHash } from 'viem'
import { bulwarkTimelockAbi } from '../../abis/bulwarkTimelockAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { type ProposalCall, splitCalls } from '../../internal/splitCalls.ts'

/** What {@link getOperationId} takes. */
export type GetOperationIdParameters = ReadOptions & {
  /** The address of `BulwarkTimelock`. */
  timelock: Address
  /** What it does, in order. */
  calls: readonly ProposalCall[]
  /** Id of the operation that must be done before. @default none */
  predecessor?: Hex | undefined
  /** Tells apart operations that do the same. @default zero */
  salt?: Hex | undefined
}

/** What {@link getOperationId} returns. */
export type GetOperationIdReturnType = Hex

/** What {@link getOperationId} can fail with. */
export type GetOperationIdErrorType = ReadErrorType

/**
 * Reads the id of a decision.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the id.
 * @example
 * await getOperationId(client, { timelock, calls: [prepareSetProtocolFee({ listings, fee: 300 })] })
 */
export async function getOperationId<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetOperationIdParameters,
): Promise<GetOperationIdReturnType> {
  const { timelock, calls, predecessor = zeroHash, salt = zeroHash } = parameters
  const { targets, values, calldatas } = splitCalls(calls)
  return read(client, parameters, {
    abi: bulwarkTimelockAbi,
    address: timelock,
    functionName: 'hashOperationBatch',
    args: [targets, values, calldatas, predecessor, salt],
  })
}
