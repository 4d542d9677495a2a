import { numberToHex } from 'viem'
import { count, text } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** The grid is out of its bounds. */
export class InvalidGridError extends ContractError<'InvalidGrid'> {
  override readonly name = 'InvalidGridError'

  constructor(options: ContractErrorOptions<'InvalidGrid'>) {
    const { grid, max } = options.args
    super(options, `A grid of ${count(grid, 'block')} is not possible.`, `Deploy with 1 to ${max} blocks.`)
  }
}

/** A field of the layout is out of its bounds, or the token does not answer. */
export class InvalidLayoutError extends ContractError<'InvalidLayout'> {
  override readonly name = 'InvalidLayoutError'

  constructor(options: ContractErrorOptions<'InvalidLayout'>) {
    const { field } = options.args
    super(
      options,
      `The field ${text(field)} of the layout is out of its bounds, or the token does not answer it.`,
      'Correct the layout, and register the token again.',
    )
  }
}

/** The token was not registered. */
export class TokenNotRegisteredError extends ContractError<'TokenNotRegistered'> {
  override readonly name = 'TokenNotRegisteredError'

  constructor(options: ContractErrorOptions<'TokenNotRegistered'>) {
    const { token } = options.args
    super(
      options,
      `Nobody registered where ${token} keeps its balances.`,
      'Let the registrar call `registerToken`, or use another token.',
    )
  }
}

/** The token was not shown yet, or was retired. */
export class TokenNotUsableError extends ContractError<'TokenNotUsable'> {
  override readonly name = 'TokenNotUsableError'

  constructor(options: ContractErrorOptions<'TokenNotUsable'>) {
    const { token, shown, retired } = options.args
    super(
      options,
      `${token} ${retired ? 'was retired' : shown ? 'cannot be used' : 'was not shown yet'}.`,
      retired ? 'Use another token: terms that were defined before are proven as ever.' : 'Call `showToken` first.',
    )
  }
}

/** The layout of a token that was shown never changes. */
export class TokenAlreadyShownError extends ContractError<'TokenAlreadyShown'> {
  override readonly name = 'TokenAlreadyShownError'

  constructor(options: ContractErrorOptions<'TokenAlreadyShown'>) {
    const { token } = options.args
    super(
      options,
      `${token} was shown, so its layout is final.`,
      'Define terms on it; nothing is left to show or to register.',
    )
  }
}

/** Three accounts (or ids) with a proof each are needed. */
export class WrongSamplesError extends ContractError<'WrongSamples'> {
  override readonly name = 'WrongSamplesError'

  constructor(options: ContractErrorOptions<'WrongSamples'>) {
    const { samples, proofs, needed } = options.args
    super(options, `There are ${count(samples, 'sample')} and ${count(proofs, 'proof')}.`, `Give ${needed} of each.`)
  }
}

/** Accounts (or ids) must ascend, so that they differ. */
export class SamplesNotAscendingError extends ContractError<'SamplesNotAscending'> {
  override readonly name = 'SamplesNotAscendingError'

  constructor(options: ContractErrorOptions<'SamplesNotAscending'>) {
    const { sample, previous } = options.args
    super(
      options,
      `The sample ${numberToHex(sample)} does not come after ${numberToHex(previous)}.`,
      'Name each account or id once; `showToken` of the SDK sorts them.',
    )
  }
}

/** The proven word and what the token answers differ, or are zero. */
export class SampleMismatchError extends ContractError<'SampleMismatch'> {
  override readonly name = 'SampleMismatchError'

  constructor(options: ContractErrorOptions<'SampleMismatch'>) {
    const { sample, proven, answered } = options.args
    super(
      options,
      `Of ${numberToHex(sample)} the proof says ${proven}, and the token answers ${answered}.`,
      'Take accounts that hold something, or ids that exist, and that nothing has moved for since the block; or correct the layout.',
    )
  }
}
