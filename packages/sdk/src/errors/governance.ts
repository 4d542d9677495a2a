import type { Hex } from 'viem'
import { duration, moment, text } from '../internal/format.ts'
import { proposalStates } from '../types/governance.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** The account has voted. */
export class GovernorAlreadyCastVoteError extends ContractError<'GovernorAlreadyCastVote'> {
  override readonly name = 'GovernorAlreadyCastVoteError'

  constructor(options: ContractErrorOptions<'GovernorAlreadyCastVote'>) {
    const { voter } = options.args
    super(options, `${voter} has voted on this proposal.`, 'A vote cannot be changed.')
  }
}

/** The proposal is queued. */
export class GovernorAlreadyQueuedProposalError extends ContractError<'GovernorAlreadyQueuedProposal'> {
  override readonly name = 'GovernorAlreadyQueuedProposalError'

  constructor(options: ContractErrorOptions<'GovernorAlreadyQueuedProposal'>) {
    const { proposalId } = options.args
    super(options, `The proposal ${proposalId} is queued already.`, 'Execute it when it is due.')
  }
}

/** The governor takes no ether. */
export class GovernorDisabledDepositError extends ContractError<'GovernorDisabledDeposit'> {
  override readonly name = 'GovernorDisabledDepositError'

  constructor(options: ContractErrorOptions<'GovernorDisabledDeposit'>) {
    super(options, 'The governor takes no ether and no tokens.', 'Send them to the timelock.')
  }
}

/** The proposer has too few votes. */
export class GovernorInsufficientProposerVotesError extends ContractError<'GovernorInsufficientProposerVotes'> {
  override readonly name = 'GovernorInsufficientProposerVotesError'

  constructor(options: ContractErrorOptions<'GovernorInsufficientProposerVotes'>) {
    const { proposer, votes, threshold } = options.args
    super(
      options,
      `${proposer} has ${votes} units of votes, and a proposal needs ${threshold}.`,
      'Have more votes delegated, and propose a second later.',
    )
  }
}

/** The lists of the proposal differ in length. */
export class GovernorInvalidProposalLengthError extends ContractError<'GovernorInvalidProposalLength'> {
  override readonly name = 'GovernorInvalidProposalLengthError'

  constructor(options: ContractErrorOptions<'GovernorInvalidProposalLength'>) {
    const { targets, calldatas, values } = options.args
    super(
      options,
      `The proposal has ${targets} targets, ${calldatas} calls and ${values} values.`,
      'Give one of each for each call, and at least one.',
    )
  }
}

/** The quorum is above the whole. */
export class GovernorInvalidQuorumFractionError extends ContractError<'GovernorInvalidQuorumFraction'> {
  override readonly name = 'GovernorInvalidQuorumFractionError'

  constructor(options: ContractErrorOptions<'GovernorInvalidQuorumFraction'>) {
    const { quorumNumerator, quorumDenominator } = options.args
    super(
      options,
      `A quorum of ${quorumNumerator} of ${quorumDenominator} is more than the whole.`,
      'Propose a smaller one; `getGovernorBounds` says which.',
    )
  }
}

/** The vote was not signed by the voter. */
export class GovernorInvalidSignatureError extends ContractError<'GovernorInvalidSignature'> {
  override readonly name = 'GovernorInvalidSignatureError'

  constructor(options: ContractErrorOptions<'GovernorInvalidSignature'>) {
    const { voter } = options.args
    super(
      options,
      `${voter} did not sign this vote.`,
      'Sign it anew with `signVote`: the nonce, the proposal or the support may have changed.',
    )
  }
}

/** The vote carries parameters. */
export class GovernorInvalidVoteParamsError extends ContractError<'GovernorInvalidVoteParams'> {
  override readonly name = 'GovernorInvalidVoteParamsError'

  constructor(options: ContractErrorOptions<'GovernorInvalidVoteParams'>) {
    super(options, 'The vote carries parameters that the governor does not know.', 'Leave them away.')
  }
}

/** The vote is neither for nor against nor abstaining. */
export class GovernorInvalidVoteTypeError extends ContractError<'GovernorInvalidVoteType'> {
  override readonly name = 'GovernorInvalidVoteTypeError'

  constructor(options: ContractErrorOptions<'GovernorInvalidVoteType'>) {
    super(options, 'The vote is neither for nor against nor abstaining.', 'Use 0, 1 or 2.')
  }
}

/** The voting period is zero. */
export class GovernorInvalidVotingPeriodError extends ContractError<'GovernorInvalidVotingPeriod'> {
  override readonly name = 'GovernorInvalidVotingPeriodError'

  constructor(options: ContractErrorOptions<'GovernorInvalidVotingPeriod'>) {
    const { votingPeriod } = options.args
    super(options, `A voting period of ${votingPeriod} seconds is too short.`, 'Read `getGovernorBounds`.')
  }
}

/** There is no such proposal. */
export class GovernorNonexistentProposalError extends ContractError<'GovernorNonexistentProposal'> {
  override readonly name = 'GovernorNonexistentProposalError'

  constructor(options: ContractErrorOptions<'GovernorNonexistentProposal'>) {
    const { proposalId } = options.args
    super(
      options,
      `There is no proposal ${proposalId}.`,
      'Its id depends on its calls and its text: `getProposalId` gives it.',
    )
  }
}

/** Only a decision may do this. */
export class GovernorOnlyExecutorError extends ContractError<'GovernorOnlyExecutor'> {
  override readonly name = 'GovernorOnlyExecutorError'

  constructor(options: ContractErrorOptions<'GovernorOnlyExecutor'>) {
    const { account } = options.args
    super(options, `${account} is not the timelock.`, 'Propose it: a decision alone changes the governor.')
  }
}

/** The extension is too long. */
export class GovernorPreventLateQuorumVoteExtensionTooLargeError extends ContractError<'GovernorPreventLateQuorumVoteExtensionTooLarge'> {
  override readonly name = 'GovernorPreventLateQuorumVoteExtensionTooLargeError'

  constructor(options: ContractErrorOptions<'GovernorPreventLateQuorumVoteExtensionTooLarge'>) {
    const { newVoteExtension, maxVoteExtension } = options.args
    super(
      options,
      `An extension of ${duration(newVoteExtension)} is longer than ${duration(maxVoteExtension)}.`,
      'Read `getGovernorBounds`.',
    )
  }
}

/** The proposal could not be queued. */
export class GovernorProposalQueueingFailedError extends ContractError<'GovernorProposalQueueingFailed'> {
  override readonly name = 'GovernorProposalQueueingFailedError'

  constructor(options: ContractErrorOptions<'GovernorProposalQueueingFailed'>) {
    const { proposalId } = options.args
    super(options, `The proposal ${proposalId} could not be queued.`, 'See whether it is queued already.')
  }
}

/** The proposal needs no queuing. */
export class GovernorProposalQueueingNotRequiredError extends ContractError<'GovernorProposalQueueingNotRequired'> {
  override readonly name = 'GovernorProposalQueueingNotRequiredError'

  constructor(options: ContractErrorOptions<'GovernorProposalQueueingNotRequired'>) {
    const { proposalId } = options.args
    super(options, `The proposal ${proposalId} needs no queuing.`, 'Execute it.')
  }
}

/** The text names another proposer. */
export class GovernorRestrictedProposerError extends ContractError<'GovernorRestrictedProposer'> {
  override readonly name = 'GovernorRestrictedProposerError'

  constructor(options: ContractErrorOptions<'GovernorRestrictedProposer'>) {
    const { proposer } = options.args
    super(
      options,
      `The text of the proposal names another proposer than ${proposer}.`,
      'Propose it as whom it names, or change the text.',
    )
  }
}

/** The proposal cannot be withdrawn by this account now. */
export class GovernorUnableToCancelError extends ContractError<'GovernorUnableToCancel'> {
  override readonly name = 'GovernorUnableToCancelError'

  constructor(options: ContractErrorOptions<'GovernorUnableToCancel'>) {
    const { account, proposalId } = options.args
    super(options, `${account} cannot withdraw the proposal ${proposalId}.`, 'Its proposer may, until the vote begins.')
  }
}

/** It is not the time for this. */
export class GovernorUnexpectedProposalStateError extends ContractError<'GovernorUnexpectedProposalState'> {
  override readonly name = 'GovernorUnexpectedProposalStateError'

  constructor(options: ContractErrorOptions<'GovernorUnexpectedProposalState'>) {
    const { proposalId, current, expectedStates } = options.args
    super(
      options,
      `The proposal ${proposalId} is ${stateOf(current)}.`,
      `Ask \`getProposalState\` and \`getProposal\` when it is time; ${statesIn(expectedStates)} would do.`,
    )
  }
}

/** A setting of the governor is out of its bounds. */
export class SettingOutOfBoundsError extends ContractError<'SettingOutOfBounds'> {
  override readonly name = 'SettingOutOfBoundsError'

  constructor(options: ContractErrorOptions<'SettingOutOfBounds'>) {
    const { field, value, min, max } = options.args
    super(options, `The setting ${text(field)} would be ${value}.`, `Propose between ${min} and ${max}.`)
  }
}

/** The timelock of the governor cannot be replaced. */
export class TimelockIsFixedError extends ContractError<'TimelockIsFixed'> {
  override readonly name = 'TimelockIsFixedError'

  constructor(options: ContractErrorOptions<'TimelockIsFixed'>) {
    super(options, 'The timelock of the governor cannot be replaced.', 'A new governance is a new set of contracts.')
  }
}

/** Votes are known for the past alone. */
export class ERC5805FutureLookupError extends ContractError<'ERC5805FutureLookup'> {
  override readonly name = 'ERC5805FutureLookupError'

  constructor(options: ContractErrorOptions<'ERC5805FutureLookup'>) {
    const { clock, timepoint } = options.args
    super(
      options,
      `It is ${moment(clock)} now, and ${moment(timepoint)} has not passed.`,
      'Ask for a time that has passed.',
    )
  }
}

/** The clock of the token was changed. */
export class ERC6372InconsistentClockError extends ContractError<'ERC6372InconsistentClock'> {
  override readonly name = 'ERC6372InconsistentClockError'

  constructor(options: ContractErrorOptions<'ERC6372InconsistentClock'>) {
    super(options, 'The clock of the token was changed.', 'Report this: it cannot be.')
  }
}

/** The delegation came too late. */
export class VotesExpiredSignatureError extends ContractError<'VotesExpiredSignature'> {
  override readonly name = 'VotesExpiredSignatureError'

  constructor(options: ContractErrorOptions<'VotesExpiredSignature'>) {
    const { expiry } = options.args
    super(options, `The delegation could be used until ${moment(expiry)}.`, 'Sign it anew with `signDelegation`.')
  }
}

/** Votes were booked out of order. */
export class CheckpointUnorderedInsertionError extends ContractError<'CheckpointUnorderedInsertion'> {
  override readonly name = 'CheckpointUnorderedInsertionError'

  constructor(options: ContractErrorOptions<'CheckpointUnorderedInsertion'>) {
    super(options, 'Votes were booked out of order.', 'Report this: it cannot be.')
  }
}

/** A call of the decision failed without a reason. */
export class FailedCallError extends ContractError<'FailedCall'> {
  override readonly name = 'FailedCallError'

  constructor(options: ContractErrorOptions<'FailedCall'>) {
    super(
      options,
      'A call of the decision failed, and did not say why.',
      'Simulate the call by itself, as the timelock.',
    )
  }
}

/** There is no contract at the address. */
export class AddressEmptyCodeError extends ContractError<'AddressEmptyCode'> {
  override readonly name = 'AddressEmptyCodeError'

  constructor(options: ContractErrorOptions<'AddressEmptyCode'>) {
    const { target } = options.args
    super(options, `There is no contract at ${target}.`, 'Correct the address.')
  }
}

/** Where a proposal stands, in words. */
function stateOf(code: number): string {
  return proposalStates[code] ?? `in the state ${code}`
}

/** The states whose bits are set. */
function statesIn(bits: Hex): string {
  const names = proposalStates.filter((_, code) => (BigInt(bits) >> BigInt(code)) % 2n === 1n)
  return names.length === 0 ? 'no state' : names.join(' or ')
}
