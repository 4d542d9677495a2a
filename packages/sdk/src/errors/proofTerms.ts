import { formatUnits } from 'viem'
import { duration, moment, text } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** The chain has no EIP-2935 contract that answers as `blockhash` does. */
export class UnsupportedChainError extends ContractError<'UnsupportedChain'> {
  override readonly name = 'UnsupportedChainError'

  constructor(options: ContractErrorOptions<'UnsupportedChain'>) {
    const { chainId } = options.args
    super(
      options,
      `The chain ${chainId} does not serve the hashes of its blocks (EIP-2935).`,
      'Use listings without a proof of holdings there.',
    )
  }
}

/** No terms of this id were defined. */
export class UnknownProofTermsError extends ContractError<'UnknownProofTerms'> {
  override readonly name = 'UnknownProofTermsError'

  constructor(options: ContractErrorOptions<'UnknownProofTerms'>) {
    const { id } = options.args
    super(options, `No proof terms have the id ${id}.`, 'Call `defineProofTerms` first.')
  }
}

/** A field of the proof terms is out of its bounds. */
export class InvalidProofTermsError extends ContractError<'InvalidProofTerms'> {
  override readonly name = 'InvalidProofTermsError'

  constructor(options: ContractErrorOptions<'InvalidProofTerms'>) {
    const { field } = options.args
    super(
      options,
      `The field ${text(field)} of the proof terms is out of its bounds.`,
      'Give either a value of at most 2^128 − 1, or a feed that is no older than its heartbeat.',
    )
  }
}

/** The terms have a fixed value. */
export class ValueIsFixedError extends ContractError<'ValueIsFixed'> {
  override readonly name = 'ValueIsFixedError'

  constructor(options: ContractErrorOptions<'ValueIsFixed'>) {
    const { id, value } = options.args
    super(
      options,
      `Under the proof terms ${id} a whole token is always worth ${formatUnits(value, 18)}.`,
      'Leave it out: there is no value to prove.',
    )
  }
}

/** The feed does not answer. */
export class FeedSilentError extends ContractError<'FeedSilent'> {
  override readonly name = 'FeedSilentError'

  constructor(options: ContractErrorOptions<'FeedSilent'>) {
    const { feed } = options.args
    super(options, `The feed ${feed} does not answer.`, 'Try again when it does.')
  }
}

/** The feed has no such round. */
export class RoundNotFoundError extends ContractError<'RoundNotFound'> {
  override readonly name = 'RoundNotFoundError'

  constructor(options: ContractErrorOptions<'RoundNotFound'>) {
    const { round } = options.args
    super(options, `The feed does not serve round ${round}.`, 'Name the last round at or before the loss.')
  }
}

/** The round states no price of its own, or none that can be used. */
export class RoundNotCompleteError extends ContractError<'RoundNotComplete'> {
  override readonly name = 'RoundNotCompleteError'

  constructor(options: ContractErrorOptions<'RoundNotComplete'>) {
    const { round, answer, answeredIn } = options.args
    super(
      options,
      `Round ${round} states ${answer}, from round ${answeredIn}, which cannot be used.`,
      'Ask the adjudicator to rule a Merkle root of the losses: no other round counts at that time.',
    )
  }
}

/** The round was published after the loss. */
export class RoundAfterLossError extends ContractError<'RoundAfterLoss'> {
  override readonly name = 'RoundAfterLossError'

  constructor(options: ContractErrorOptions<'RoundAfterLoss'>) {
    const { round, updatedAt, lossTime } = options.args
    super(
      options,
      `Round ${round} was published at ${moment(updatedAt)}, after the loss at ${moment(lossTime)}.`,
      'Name the last round at or before the loss.',
    )
  }
}

/** A later round was still at or before the loss. */
export class LaterRoundCountsError extends ContractError<'LaterRoundCounts'> {
  override readonly name = 'LaterRoundCountsError'

  constructor(options: ContractErrorOptions<'LaterRoundCounts'>) {
    const { round, updatedAt, lossTime } = options.args
    super(
      options,
      `Round ${round} was published at ${moment(updatedAt)}, and not after the loss at ${moment(lossTime)}.`,
      'Name that round, or a later one if it too is not after the loss.',
    )
  }
}

/** The round was older at the loss than the heartbeat allows. */
export class RoundTooOldError extends ContractError<'RoundTooOld'> {
  override readonly name = 'RoundTooOldError'

  constructor(options: ContractErrorOptions<'RoundTooOld'>) {
    const { round, age, heartbeat } = options.args
    super(
      options,
      `Round ${round} was ${duration(age)} old at the loss, and the terms allow ${duration(heartbeat)}.`,
      'Ask the adjudicator to rule a Merkle root of the losses: the feed was silent then.',
    )
  }
}
