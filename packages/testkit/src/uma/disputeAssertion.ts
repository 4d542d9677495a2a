import { type Hex, parseEventLogs } from 'viem'
import type { Actor } from '../createActors.ts'
import { type SendParameters, send } from '../send.ts'
import type { Uma } from './startUma.ts'

/** A question that UMA's voters are asked. */
export type UmaRequest = { identifier: Hex; time: bigint; ancillaryData: Hex; roundId: bigint }

/**
 * Disputes an assertion in UMA's oracle; the disputer has approved its bond to the oracle.
 *
 * @returns what the voters are asked, and in which round.
 * @throws {TransactionRevertedError} if it can no longer be disputed.
 * @example
 * const request = await disputeAssertion(uma, { assertionId, disputer: chain.actors.keeper })
 */
export async function disputeAssertion(
  { chain, oracle, voting }: Uma,
  { assertionId, disputer }: { assertionId: Hex; disputer: Actor },
): Promise<UmaRequest> {
  const dispute = { ...oracle, functionName: 'disputeAssertion', args: [assertionId, disputer.address] }
  const { logs } = await send(chain, { ...dispute, account: disputer } as SendParameters)
  const [log] = parseEventLogs({ abi: voting.abi, logs, eventName: 'RequestAdded' })
  const { identifier, time, ancillaryData, roundId } = (log as unknown as { args: UmaRequest }).args
  return { identifier, time, ancillaryData, roundId: BigInt(roundId) }
}
