import { count, text } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** A field of the layout is out of its bounds, or the token does not answer. */
export class InvalidLayoutError extends ContractError<'InvalidLayout'> {
  override readonly name = 'InvalidLayoutError'

  constructor(options: ContractErrorOptions<'InvalidLayout'>) {
    const { field } = options.args
    super(
      options,
      `The field ${text(field)} of the layout is out of its bounds, or the token does not answer it.`,
      'Correct it, and register the token again.',
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
      `For ${sample} ${proven} was proven, and the token answers ${answered}.`,
      'Take accounts or ids whose balance or owner has not changed since the block and is not zero.',
    )
  }
}

/** The samples must ascend. */
export class SamplesNotAscendingError extends ContractError<'SamplesNotAscending'> {
  override readonly name = 'SamplesNotAscendingError'

  constructor(options: ContractErrorOptions<'SamplesNotAscending'>) {
    const { sample, previous } = options.args
    super(options, `${sample} does not come after ${previous}.`, 'Sort the accounts or ids, and name each once.')
  }
}

/** The layout of a token that was shown never changes. */
export class TokenAlreadyShownError extends ContractError<'TokenAlreadyShown'> {
  override readonly name = 'TokenAlreadyShownError'

  constructor(options: ContractErrorOptions<'TokenAlreadyShown'>) {
    const { token } = options.args
    super(options, `${token} was shown already, so its layout is final.`, 'Nothing is left to do.')
  }
}

/** The token was not registered. */
export class TokenNotRegisteredError extends ContractError<'TokenNotRegistered'> {
  override readonly name = 'TokenNotRegisteredError'

  constructor(options: ContractErrorOptions<'TokenNotRegistered'>) {
    const { token } = options.args
    super(options, `${token} is not registered.`, 'The registrar registers it first, with `registerToken`.')
  }
}

/** The token was not shown yet, or was retired. */
export class TokenNotUsableError extends ContractError<'TokenNotUsable'> {
  override readonly name = 'TokenNotUsableError'

  constructor(options: ContractErrorOptions<'TokenNotUsable'>) {
    const { token, shown, retired } = options.args
    super(
      options,
      `${token} ${shown ? 'was shown' : 'was not shown yet'}${retired ? ' and is retired' : ''}.`,
      shown ? 'Use another token.' : 'Call `showToken` first.',
    )
  }
}

/** Another contract stood at the address of the token. */
export class TokenReplacedError extends ContractError<'TokenReplaced'> {
  override readonly name = 'TokenReplacedError'

  constructor(options: ContractErrorOptions<'TokenReplaced'>) {
    const { token, expected, actual } = options.args
    super(
      options,
      `At that block the code of ${token} had the hash ${actual}, and it was registered with ${expected}.`,
      'Holdings of another contract are not those of this token: nothing can be proven there.',
    )
  }
}

/** The token is of another kind. */
export class WrongKindError extends ContractError<'WrongKind'> {
  override readonly name = 'WrongKindError'

  constructor(options: ContractErrorOptions<'WrongKind'>) {
    const { token, kind } = options.args
    super(
      options,
      `${token} is ${kind === 1 ? 'an ERC-721' : 'an ERC-20'} (kind ${kind}).`,
      kind === 1 ? 'Use `proveNft`.' : 'Use `proveHolding`.',
    )
  }
}

/** Accounts (or ids) and proofs must be as many as needed. */
export class WrongSamplesError extends ContractError<'WrongSamples'> {
  override readonly name = 'WrongSamplesError'

  constructor(options: ContractErrorOptions<'WrongSamples'>) {
    const { samples, proofs, needed } = options.args
    super(
      options,
      `${count(samples, 'sample')} and ${count(proofs, 'proof')} were given, and ${needed} of each are needed.`,
      'Give as many of each.',
    )
  }
}
