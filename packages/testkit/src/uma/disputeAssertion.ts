import { type Address, type Hex, parseEventLogs } from 'viem'
import type { Actor } from '../createActors.ts'
import { type SendParameters, send } from '../send.ts'
import type { Uma } from './startUma.ts'

/** A question that UMA's voters are asked. */
export type UmaRequest = { identifier: Hex; time: bigint; ancillaryData: Hex; roundId: bigint }

/** The parameters of {@link disputeAssertion}. */
export type DisputeAssertionParameters = {
  assertionId: Hex
  /** Who brings the bond. */
  disputer: Actor
  /** Who gets the bonds if it is rejected. @default the disputer */
  winner?: Address
}

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
  { assertionId, disputer, winner = disputer.address }: DisputeAssertionParameters,
): Promise<UmaRequest> {
  const dispute = { ...oracle, functionName: 'disputeAssertion', args: [assertionId, winner] }
  const { logs } = await send(chain, { ...dispute, account: disputer } as SendParameters)
  const [log] = parseEventLogs({ abi: voting.abi, logs, eventName: 'RequestAdded' })
  const { identifier, time, ancillaryData, roundId } = (log as unknown as { args: UmaRequest }).args
  return { identifier, time, ancillaryData, roundId: BigInt(roundId) }
}
