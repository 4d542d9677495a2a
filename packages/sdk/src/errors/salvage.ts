import { count, duration, moment } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** The listing of this cover asks for no salvage. */
export class NoSalvageError extends ContractError<'NoSalvage'> {
  override readonly name = 'NoSalvageError'

  constructor(options: ContractErrorOptions<'NoSalvage'>) {
    const { id } = options.args
    super(
      options,
      `No tokens are handed over for cover ${id}: its listing does not ask for it, or the incident is on another one.`,
      'Call `settle`: it pays without.',
    )
  }
}

/** Only the cover's protected account hands over. */
export class OnlyAccountError extends ContractError<'OnlyAccount'> {
  override readonly name = 'OnlyAccountError'

  constructor(options: ContractErrorOptions<'OnlyAccount'>) {
    const { caller, account } = options.args
    super(
      options,
      `${caller} is not the account that hands over, ${account}.`,
      'Call it as the protected account of the cover.',
    )
  }
}

/** More than was proven, or than the cover insures. */
export class AboveHoldingError extends ContractError<'AboveHolding'> {
  override readonly name = 'AboveHoldingError'

  constructor(options: ContractErrorOptions<'AboveHolding'>) {
    const { amount, most } = options.args
    super(
      options,
      `${count(amount, 'token unit')} cannot be handed over: at most ${most} more were proven, insured and not paid on.`,
      most === 0n ? 'Prove the holding first, or leave this cover: it got what it can.' : `Hand over 1 to ${most}.`,
    )
  }
}

/** Nothing was given, or nothing arrived. */
export class NothingHandedOverError extends ContractError<'NothingHandedOver'> {
  override readonly name = 'NothingHandedOverError'

  constructor(options: ContractErrorOptions<'NothingHandedOver'>) {
    const { id } = options.args
    super(
      options,
      `No tokens arrived for cover ${id}.`,
      'Give an amount above zero; if the token does not move, call `reportStuck`.',
    )
  }
}

/** Less would be paid than asked for. */
export class PayoutBelowMinimumError extends ContractError<'PayoutBelowMinimum'> {
  override readonly name = 'PayoutBelowMinimumError'

  constructor(options: ContractErrorOptions<'PayoutBelowMinimum'>) {
    const { payout, minPayout } = options.args
    super(
      options,
      `The payout would be ${count(payout, 'unit')}, and at least ${minPayout} were asked for.`,
      'Wait until more capital or recoveries come in, or accept less.',
    )
  }
}

/** Balance or allowance of the account do not suffice for the attempt. */
export class NotReadyError extends ContractError<'NotReady'> {
  override readonly name = 'NotReadyError'

  constructor(options: ContractErrorOptions<'NotReady'>) {
    const { balance, allowance, amount } = options.args
    super(
      options,
      `The account holds ${balance} token units and allows \`Salvage\` ${allowance}, and ${amount} are to be moved.`,
      'Approve `Salvage` for the amount, and hold it, so that only the token can be in the way.',
    )
  }
}

/** The token can be moved. */
export class TokenMovesError extends ContractError<'TokenMoves'> {
  override readonly name = 'TokenMovesError'

  constructor(options: ContractErrorOptions<'TokenMoves'>) {
    const { token } = options.args
    super(options, `${token} can be moved.`, 'Call `handOver`: it pays at once.')
  }
}

/** The token was not shown to be stuck, or not for long enough. */
export class NotStuckYetError extends ContractError<'NotStuckYet'> {
  override readonly name = 'NotStuckYetError'

  constructor(options: ContractErrorOptions<'NotStuckYet'>) {
    const { since, assignableAt } = options.args
    super(
      options,
      since === 0n
        ? 'Nobody has shown that the token is stuck.'
        : `The token is stuck since ${moment(since)}; a claim on it is taken from ${moment(assignableAt)} on.`,
      since === 0n ? 'Call `reportStuck` first.' : 'Try again then, if it still cannot be moved.',
    )
  }
}

/** Nothing is owed under an assigned claim of this cover. */
export class NothingOwedError extends ContractError<'NothingOwed'> {
  override readonly name = 'NothingOwedError'

  constructor(options: ContractErrorOptions<'NothingOwed'>) {
    const { id } = options.args
    super(
      options,
      `Nothing is owed under an assigned claim of cover ${id}.`,
      'Check cover and incident; there is nothing to collect.',
    )
  }
}

/** There is no lot of this number, or nothing of it is left. */
export class LotGoneError extends ContractError<'LotGone'> {
  override readonly name = 'LotGoneError'

  constructor(options: ContractErrorOptions<'LotGone'>) {
    const { lot } = options.args
    super(
      options,
      `Of lot ${lot} nothing is left, or there is none.`,
      'Read `getLot`: lots are numbered from 1 to what `getLotCount` gives.',
    )
  }
}

/** The auction has not started. */
export class AuctionNotStartedError extends ContractError<'AuctionNotStarted'> {
  override readonly name = 'AuctionNotStartedError'

  constructor(options: ContractErrorOptions<'AuctionNotStarted'>) {
    const { startsAt, timestamp } = options.args
    super(
      options,
      `The auction starts at ${moment(startsAt)}, and it is ${moment(timestamp)}.`,
      `Try again in ${duration(startsAt - timestamp)}.`,
    )
  }
}

/** It costs more than the taker allows. */
export class PaymentAboveMaximumError extends ContractError<'PaymentAboveMaximum'> {
  override readonly name = 'PaymentAboveMaximumError'

  constructor(options: ContractErrorOptions<'PaymentAboveMaximum'>) {
    const { payment, maxPayment } = options.args
    super(
      options,
      `It costs ${count(payment, 'unit')}, and at most ${maxPayment} were allowed.`,
      'Allow more, take less, or wait: the price halves every 12 hours.',
    )
  }
}
