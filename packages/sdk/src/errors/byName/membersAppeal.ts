import {
  AlreadyExecutedError,
  AlreadyVotedError,
  ChoiceOutOfBoundsError,
  NoAppealError,
  NoFeesError,
  NoVotesError,
  UnknownDisputeError,
  WrongVoteTimeError,
} from '../membersAppeal.ts'

/** The errors of `errors/membersAppeal`, by their names in the contracts. */
export const membersAppealByName = {
  AlreadyExecuted: AlreadyExecutedError,
  AlreadyVoted: AlreadyVotedError,
  ChoiceOutOfBounds: ChoiceOutOfBoundsError,
  NoAppeal: NoAppealError,
  NoFees: NoFeesError,
  NoVotes: NoVotesError,
  UnknownDispute: UnknownDisputeError,
  WrongVoteTime: WrongVoteTimeError,
} as const
