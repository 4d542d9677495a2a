import { ContractError, type ContractErrorOptions } from './base.ts'

/** The allowance would be too large. */
export class AllowanceOverflowError extends ContractError<'AllowanceOverflow'> {
  override readonly name = 'AllowanceOverflowError'

  constructor(options: ContractErrorOptions<'AllowanceOverflow'>) {
    super(options, 'The allowance would not fit into its storage.', 'Approve a smaller amount.')
  }
}

/** The allowance would fall below zero. */
export class AllowanceUnderflowError extends ContractError<'AllowanceUnderflow'> {
  override readonly name = 'AllowanceUnderflowError'

  constructor(options: ContractErrorOptions<'AllowanceUnderflow'>) {
    super(options, 'The allowance would fall below zero.', 'Lower it by at most what is left of it.')
  }
}

/** The owner of the shares has not approved enough. */
export class InsufficientAllowanceError extends ContractError<'InsufficientAllowance'> {
  override readonly name = 'InsufficientAllowanceError'

  constructor(options: ContractErrorOptions<'InsufficientAllowance'>) {
    super(
      options,
      'The owner of the shares has not approved enough for you.',
      'Let the owner call `approveShares` or sign a permit, or use a smaller amount.',
    )
  }
}

/** The account holds fewer shares; or the timelock less ether than a decision sends. */
export class InsufficientBalanceError extends ContractError<'InsufficientBalance'> {
  override readonly name = 'InsufficientBalanceError'

  constructor(options: ContractErrorOptions<'InsufficientBalance'>) {
    const { args } = options
    if ('needed' in args) {
      super(
        options,
        `There are ${args.balance} wei, and ${args.needed} are needed.`,
        'Send ether to the timelock first.',
      )
    } else {
      super(options, 'The account holds fewer shares than that.', 'Read `getShareBalance`, and use at most that.')
    }
  }
}

/** The permit was not signed by the owner of the shares. */
export class InvalidPermitError extends ContractError<'InvalidPermit'> {
  override readonly name = 'InvalidPermitError'

  constructor(options: ContractErrorOptions<'InvalidPermit'>) {
    super(
      options,
      'The permit was not signed by the owner of the shares, or not with these values.',
      'Sign it again with `signPermit`, with the current nonce.',
    )
  }
}

/** The allowance of Permit2 cannot be changed. */
export class Permit2AllowanceIsFixedAtInfinityError extends ContractError<'Permit2AllowanceIsFixedAtInfinity'> {
  override readonly name = 'Permit2AllowanceIsFixedAtInfinityError'

  constructor(options: ContractErrorOptions<'Permit2AllowanceIsFixedAtInfinity'>) {
    super(options, 'The allowance of Permit2 cannot be changed.', 'Approve another spender.')
  }
}

/** The permit has expired. */
export class PermitExpiredError extends ContractError<'PermitExpired'> {
  override readonly name = 'PermitExpiredError'

  constructor(options: ContractErrorOptions<'PermitExpired'>) {
    super(options, 'The permit has expired.', 'Sign a new one with a later deadline.')
  }
}

/** The number of shares would be too large. */
export class TotalSupplyOverflowError extends ContractError<'TotalSupplyOverflow'> {
  override readonly name = 'TotalSupplyOverflowError'

  constructor(options: ContractErrorOptions<'TotalSupplyOverflow'>) {
    super(options, 'The number of shares would not fit into its storage.', 'Use a smaller amount.')
  }
}

/** The token refused to send. */
export class TransferFailedError extends ContractError<'TransferFailed'> {
  override readonly name = 'TransferFailedError'

  constructor(options: ContractErrorOptions<'TransferFailed'>) {
    super(
      options,
      'The token refused the transfer.',
      'Check that it is not paused and that the receiver is not blocked.',
    )
  }
}

/** The token refused to be taken from the payer. */
export class TransferFromFailedError extends ContractError<'TransferFromFailed'> {
  override readonly name = 'TransferFromFailedError'

  constructor(options: ContractErrorOptions<'TransferFromFailed'>) {
    super(
      options,
      'The token refused to be taken from you: the balance or the allowance is too small, or the token blocks the transfer.',
      'Approve the contract that takes the payment for at least the amount, check your balance, then try again.',
    )
  }
}

/** The receiver refused the coin. */
export class ETHTransferFailedError extends ContractError<'ETHTransferFailed'> {
  override readonly name = 'ETHTransferFailedError'

  constructor(options: ContractErrorOptions<'ETHTransferFailed'>) {
    super(options, 'The receiver refused the coin.', 'Use a receiver that accepts it.')
  }
}
