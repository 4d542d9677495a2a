import { count, duration, moment } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** An amount of zero was given, or so little that no share would come of it. */
export class ZeroAmountError extends ContractError<'ZeroAmount'> {
  override readonly name = 'ZeroAmountError'

  constructor(options: ContractErrorOptions<'ZeroAmount'>) {
    super(options, 'The amount is zero, or worth less than one share.', 'Use a larger amount.')
  }
}

/** The deposit buys so few shares that rounding would take a part of it. */
export class DepositTooSmallError extends ContractError<'DepositTooSmall'> {
  override readonly name = 'DepositTooSmallError'

  constructor(options: ContractErrorOptions<'DepositTooSmall'>) {
    const { minimum, shares } = options.args
    super(
      options,
      `The deposit would mint ${shares} shares, so few that rounding would take a part of it.`,
      `Deposit enough for at least ${minimum}.`,
    )
  }
}

/** The pool takes no deposit that would be shared with old losses. */
export class PoolClosedError extends ContractError<'PoolClosed'> {
  override readonly name = 'PoolClosedError'

  constructor(options: ContractErrorOptions<'PoolClosed'>) {
    super(
      options,
      'The pool is closed to deposits: it pays old losses short, lacks capital for what it has sold, or is ruined.',
      'Deposit into another pool, or call `recapitalise` if you accept to share its losses.',
    )
  }
}

/** The pool has to step through the journal first. */
export class JournalBehindError extends ContractError<'JournalBehind'> {
  override readonly name = 'JournalBehindError'

  constructor(options: ContractErrorOptions<'JournalBehind'>) {
    const { cursor, length } = options.args
    super(
      options,
      `The pool has stepped past ${cursor} of ${length} journal entries.`,
      `Call \`step\` with a \`max\` of ${length - cursor}, then try again.`,
    )
  }
}

/** The asset moved less than it said, or shrank. */
export class BalanceBelowCashError extends ContractError<'BalanceBelowCash'> {
  override readonly name = 'BalanceBelowCashError'

  constructor(options: ContractErrorOptions<'BalanceBelowCash'>) {
    const { balance, cash } = options.args
    super(
      options,
      `The pool holds ${balance} units, and its ledger says ${cash}: the asset takes a fee on transfers, or shrank.`,
      'Call `writeDown` if the asset shrank; an asset that takes fees cannot be used.',
    )
  }
}

/** More was asked for than can be claimed. */
export class ExceedsClaimableError extends ContractError<'ExceedsClaimable'> {
  override readonly name = 'ExceedsClaimableError'

  constructor(options: ContractErrorOptions<'ExceedsClaimable'>) {
    const { claimable, requested } = options.args
    super(
      options,
      `You asked for ${requested}, and ${claimable} can be claimed.`,
      `Claim at most ${claimable}, or wait until more of your exits have been processed.`,
    )
  }
}

/** Exits are asynchronous, so there is no preview of them. */
export class AsyncRedeemError extends ContractError<'AsyncRedeem'> {
  override readonly name = 'AsyncRedeemError'

  constructor(options: ContractErrorOptions<'AsyncRedeem'>) {
    super(
      options,
      'Exits are asynchronous (ERC-7540), so there is no preview of them.',
      'Read `convertToAssets` for what shares are worth, and `getMaxWithdraw` for what can be claimed.',
    )
  }
}

/** Shares were sent to the pool itself. */
export class TransferToPoolError extends ContractError<'TransferToPool'> {
  override readonly name = 'TransferToPoolError'

  constructor(options: ContractErrorOptions<'TransferToPool'>) {
    super(options, 'Shares cannot be sent to the pool itself.', 'Call `requestRedeem` to leave the pool.')
  }
}

/** There is no open exit request of this number. */
export class UnknownRequestError extends ContractError<'UnknownRequest'> {
  override readonly name = 'UnknownRequestError'

  constructor(options: ContractErrorOptions<'UnknownRequest'>) {
    const { requestId } = options.args
    super(
      options,
      `There is no open exit request ${requestId}.`,
      'Check the number: it may have been processed or cancelled.',
    )
  }
}

/** The exit cannot be processed yet. */
export class CooldownNotOverError extends ContractError<'CooldownNotOver'> {
  override readonly name = 'CooldownNotOverError'

  constructor(options: ContractErrorOptions<'CooldownNotOver'>) {
    const { readyAt, timestamp } = options.args
    super(
      options,
      `The exit can be processed from ${moment(readyAt)} on, and it is ${moment(timestamp)}.`,
      `Try again in ${duration(readyAt - timestamp)}.`,
    )
  }
}

/** While an incident is open only requesters process their own exits. */
export class ExitsFrozenError extends ContractError<'ExitsFrozen'> {
  override readonly name = 'ExitsFrozenError'

  constructor(options: ContractErrorOptions<'ExitsFrozen'>) {
    const { openRisks } = options.args
    super(
      options,
      `${count(openRisks, 'risk')} of this pool ${openRisks === 1n ? 'has' : 'have'} an open incident, so exits are not served in order.`,
      'Call `processOwnRedeem` with the number of your own request, or wait until the incidents have been ruled on.',
    )
  }
}

/** The capital is needed for cover in force. */
export class ExitNotPayableError extends ContractError<'ExitNotPayable'> {
  override readonly name = 'ExitNotPayableError'

  constructor(options: ContractErrorOptions<'ExitNotPayable'>) {
    const { funds, scr } = options.args
    super(
      options,
      `The pool needs ${scr} units for cover in force, and has ${funds}.`,
      'Try again when covers have run off or capital has come in; the request keeps its place.',
    )
  }
}

/** The balance covers the ledger. */
export class NothingToWriteDownError extends ContractError<'NothingToWriteDown'> {
  override readonly name = 'NothingToWriteDownError'

  constructor(options: ContractErrorOptions<'NothingToWriteDown'>) {
    const { balance, cash } = options.args
    super(
      options,
      `The pool holds ${balance} units, which covers its ledger of ${cash}.`,
      'There is nothing to write down.',
    )
  }
}

/** The pool holds no reserve for this incident. */
export class NoReserveError extends ContractError<'NoReserve'> {
  override readonly name = 'NoReserveError'

  constructor(options: ContractErrorOptions<'NoReserve'>) {
    const { incident } = options.args
    super(
      options,
      `The pool holds no reserve for incident ${incident}.`,
      'Check that the pool sold cover on its risk, and that the incident was granted and not closed.',
    )
  }
}

/** The risk has no exposure to release, or an incident freezes it. */
export class NothingToReleaseError extends ContractError<'NothingToRelease'> {
  override readonly name = 'NothingToReleaseError'

  constructor(options: ContractErrorOptions<'NothingToRelease'>) {
    const { risk } = options.args
    super(
      options,
      `The risk ${risk} has no exposure that has run off, or an incident freezes it.`,
      'Try again after the grace period of its covers, when its incidents are closed.',
    )
  }
}

/** Holders who were paid short can still be topped up. */
export class TopUpsOpenError extends ContractError<'TopUpsOpen'> {
  override readonly name = 'TopUpsOpenError'

  constructor(options: ContractErrorOptions<'TopUpsOpen'>) {
    const { incident, until } = options.args
    super(
      options,
      `Holders whom incident ${incident} paid short can be topped up until ${moment(until)}.`,
      'Settle their covers again until then; the incident can be finished afterwards.',
    )
  }
}

/** Less would come back than the caller wants at least. */
export class BelowMinimumError extends ContractError<'BelowMinimum'> {
  override readonly name = 'BelowMinimumError'

  constructor(options: ContractErrorOptions<'BelowMinimum'>) {
    const { amount, minimum } = options.args
    super(
      options,
      `Only ${amount} would come back, and at least ${minimum} was asked for.`,
      'An incident was probably opened in between, or time went by: simulate again, or wait until it has been ruled on.',
    )
  }
}

/** The incident cannot be closed in this pool yet. */
export class NotClosableError extends ContractError<'NotClosable'> {
  override readonly name = 'NotClosableError'

  constructor(options: ContractErrorOptions<'NotClosable'>) {
    const { incident } = options.args
    super(
      options,
      `Incident ${incident} is not closed yet, or its funding is not final in this pool.`,
      'Close it first, and try again when the incidents that were opened before its closing have been ruled on.',
    )
  }
}

/** Not enough gas is left for each recipient. */
export class InsufficientGasError extends ContractError<'InsufficientGas'> {
  override readonly name = 'InsufficientGasError'

  constructor(options: ContractErrorOptions<'InsufficientGas'>) {
    super(
      options,
      'Not enough gas is left to give each recipient a share of it.',
      'Send the call with more gas, or settle fewer covers at once.',
    )
  }
}
