import { encodePacked, keccak256 } from 'viem'
import { chainTime } from '../chainTime.ts'
import type { Actor } from '../createActors.ts'
import { increaseTo } from '../increaseTo.ts'
import { send } from '../send.ts'
import type { UmaRequest } from './disputeAssertion.ts'
import type { Uma } from './startUma.ts'

/** The parameters of {@link voteOnAssertion}. */
export type VoteOnAssertionParameters = {
  request: UmaRequest
  /** What the voters find. */
  truth: boolean
  /** Who votes. @default the two who staked */
  voters?: readonly Actor[]
}

/** What voters answer: one for true, zero for false, in WAD. */
const answers = { true: 10n ** 18n, false: 0n }

/**
 * Waits for the round of a question, and has UMA's voters commit, reveal, and end the round. A round without quorum rolls
 * the question into the next one.
 *
 * @example
 * const request = await disputeAssertion(uma, { assertionId, disputer })
 * await voteOnAssertion(uma, { request, truth: false })
 */
export async function voteOnAssertion(uma: Uma, parameters: VoteOnAssertionParameters): Promise<void> {
  const { chain, voting, phaseLength } = uma
  const { request, truth, voters = chain.actors.voters.slice(0, 2) } = parameters
  const { identifier, time, ancillaryData, roundId } = request
  const price = answers[`${truth}`]
  const begins = Number(roundId) * 2 * phaseLength
  const call = (functionName: string, args: readonly unknown[], account: Actor) =>
    send(chain, { ...voting, functionName, args, account })

  if ((await chainTime(chain)) < begins) await increaseTo(chain, begins)
  for (const [index, voter] of voters.entries()) {
    const secret = encodePacked(
      ['int256', 'int256', 'address', 'uint256', 'bytes', 'uint256', 'bytes32'],
      [price, BigInt(index), voter.address, time, ancillaryData, roundId, identifier],
    )
    await call('commitVote', [identifier, time, ancillaryData, keccak256(secret)], voter)
  }
  await increaseTo(chain, begins + phaseLength)
  for (const [index, voter] of voters.entries()) {
    await call('revealVote', [identifier, time, price, ancillaryData, BigInt(index)], voter)
  }
  await increaseTo(chain, begins + 2 * phaseLength)
}
