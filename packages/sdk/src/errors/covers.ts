import { count } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** Only the factory may do this. */
export class OnlyFactoryError extends ContractError<'OnlyFactory'> {
  override readonly name = 'OnlyFactoryError'

  constructor(options: ContractErrorOptions<'OnlyFactory'>) {
    const { caller } = options.args
    super(options, `${caller} is not the factory.`, 'Call `createPool` on the factory: it does this by itself.')
  }
}

/** Only the pool that sells this cover may do this. */
export class OnlyPoolOfError extends ContractError<'OnlyPoolOf'> {
  override readonly name = 'OnlyPoolOfError'

  constructor(options: ContractErrorOptions<'OnlyPoolOf'>) {
    const { caller, id } = options.args
    super(
      options,
      `${caller} is not the pool of cover ${id}.`,
      'Call `buy`, or what changes a cover, on the pool: it does this by itself.',
    )
  }
}

/** The caller neither owns the cover nor is approved for it. */
export class OnlyOwnerOfError extends ContractError<'OnlyOwnerOf'> {
  override readonly name = 'OnlyOwnerOfError'

  constructor(options: ContractErrorOptions<'OnlyOwnerOf'>) {
    const { caller, id } = options.args
    super(
      options,
      `${caller} neither owns cover ${id} nor is approved for it.`,
      'Call it as the owner, or let the owner approve you first.',
    )
  }
}

/** More is claimed or given up than remains insured. */
export class ClaimAboveAmountError extends ContractError<'ClaimAboveAmount'> {
  override readonly name = 'ClaimAboveAmountError'

  constructor(options: ContractErrorOptions<'ClaimAboveAmount'>) {
    const { claimed, id, remaining } = options.args
    super(
      options,
      `${count(claimed, 'grain')} of cover ${id} ${claimed === 1n ? 'is' : 'are'} claimed or given up, and ${remaining} remain.`,
      `Use at most ${remaining}.`,
    )
  }
}

/** The account would own too many covers. */
export class AccountBalanceOverflowError extends ContractError<'AccountBalanceOverflow'> {
  override readonly name = 'AccountBalanceOverflowError'

  constructor(options: ContractErrorOptions<'AccountBalanceOverflow'>) {
    super(options, 'The account would own more covers than can be counted.', 'Use another account.')
  }
}

/** The zero address owns no covers. */
export class BalanceQueryForZeroAddressError extends ContractError<'BalanceQueryForZeroAddress'> {
  override readonly name = 'BalanceQueryForZeroAddressError'

  constructor(options: ContractErrorOptions<'BalanceQueryForZeroAddress'>) {
    super(options, 'The zero address owns no covers.', 'Ask for the covers of an account.')
  }
}

/** The caller neither owns the cover nor is approved for it. */
export class NotOwnerNorApprovedError extends ContractError<'NotOwnerNorApproved'> {
  override readonly name = 'NotOwnerNorApprovedError'

  constructor(options: ContractErrorOptions<'NotOwnerNorApproved'>) {
    super(
      options,
      'You neither own the cover nor are approved for it.',
      'Call it as the owner, or let the owner approve you first.',
    )
  }
}

/** A cover of this number exists. */
export class TokenAlreadyExistsError extends ContractError<'TokenAlreadyExists'> {
  override readonly name = 'TokenAlreadyExistsError'

  constructor(options: ContractErrorOptions<'TokenAlreadyExists'>) {
    super(options, 'A cover of this number exists already.', 'Use the next number.')
  }
}

/** There is no cover of this number. */
export class TokenDoesNotExistError extends ContractError<'TokenDoesNotExist'> {
  override readonly name = 'TokenDoesNotExistError'

  constructor(options: ContractErrorOptions<'TokenDoesNotExist'>) {
    super(
      options,
      'There is no cover of this number.',
      'Check the number: its upper bits name the pool, see `getPoolByNumber`.',
    )
  }
}

/** The cover belongs to another account. */
export class TransferFromIncorrectOwnerError extends ContractError<'TransferFromIncorrectOwner'> {
  override readonly name = 'TransferFromIncorrectOwnerError'

  constructor(options: ContractErrorOptions<'TransferFromIncorrectOwner'>) {
    super(
      options,
      'The cover does not belong to the account that it is taken from.',
      'Read `getCoverOwner`, and transfer it from there.',
    )
  }
}

/** The receiving contract does not accept ERC-721 tokens. */
export class TransferToNonERC721ReceiverImplementerError extends ContractError<'TransferToNonERC721ReceiverImplementer'> {
  override readonly name = 'TransferToNonERC721ReceiverImplementerError'

  constructor(options: ContractErrorOptions<'TransferToNonERC721ReceiverImplementer'>) {
    super(
      options,
      'The receiving contract does not accept ERC-721 tokens.',
      'Use another receiver, or `transferCover` if you know that it can handle them.',
    )
  }
}

/** A cover cannot be sent to the zero address. */
export class TransferToZeroAddressError extends ContractError<'TransferToZeroAddress'> {
  override readonly name = 'TransferToZeroAddressError'

  constructor(options: ContractErrorOptions<'TransferToZeroAddress'>) {
    super(options, 'A cover cannot be sent to the zero address.', 'Give the address of an account.')
  }
}
