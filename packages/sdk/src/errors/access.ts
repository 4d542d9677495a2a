import { moment, text } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** The caller may not act for the owner. */
export class NotAuthorisedError extends ContractError<'NotAuthorised'> {
  override readonly name = 'NotAuthorisedError'

  constructor(options: ContractErrorOptions<'NotAuthorised'>) {
    const { caller, owner } = options.args
    super(
      options,
      `${caller} is neither ${owner} nor an operator of it, or lacks the allowance.`,
      `Call it as ${owner}, or let the owner call \`setOperator\` first.`,
    )
  }
}

/** Only the curator may do this. */
export class OnlyCuratorError extends ContractError<'OnlyCurator'> {
  override readonly name = 'OnlyCuratorError'

  constructor(options: ContractErrorOptions<'OnlyCurator'>) {
    const { caller } = options.args
    super(options, `${caller} is not the curator of the pool.`, 'Call it as the curator.')
  }
}

/** Only `Incidents` may do this. */
export class OnlyIncidentsError extends ContractError<'OnlyIncidents'> {
  override readonly name = 'OnlyIncidentsError'

  constructor(options: ContractErrorOptions<'OnlyIncidents'>) {
    const { caller } = options.args
    super(options, `${caller} is not the Incidents contract.`, 'Call `settle` on Incidents: it does this by itself.')
  }
}

/** The change was not announced, or its delay is not over. */
export class NotExecutableError extends ContractError<'NotExecutable'> {
  override readonly name = 'NotExecutableError'

  constructor(options: ContractErrorOptions<'NotExecutable'>) {
    const { dataHash, executableAt } = options.args
    super(
      options,
      `The change ${dataHash} ${executableAt === 0n ? 'was not announced' : `can be made from ${moment(executableAt)} on`}.`,
      executableAt === 0n ? 'Let the curator call `submit` with the same call first.' : 'Try again then.',
    )
  }
}

/** The class does not exist. */
export class UnknownClassError extends ContractError<'UnknownClass'> {
  override readonly name = 'UnknownClassError'

  constructor(options: ContractErrorOptions<'UnknownClass'>) {
    super(
      options,
      `The pool has no class ${options.args.class}.`,
      'Classes are numbered from 0, and were fixed when the pool was created.',
    )
  }
}

/** Nothing is kept for this account. */
export class NothingToCollectError extends ContractError<'NothingToCollect'> {
  override readonly name = 'NothingToCollectError'

  constructor(options: ContractErrorOptions<'NothingToCollect'>) {
    const { account } = options.args
    super(
      options,
      `Nothing is kept for ${account}.`,
      'Check the account and the token: it may have been collected already, by anyone.',
    )
  }
}

/** The creation code is not the one that this factory makes pools of. */
export class WrongCreationCodeError extends ContractError<'WrongCreationCode'> {
  override readonly name = 'WrongCreationCodeError'

  constructor(options: ContractErrorOptions<'WrongCreationCode'>) {
    const { actual, expected } = options.args
    super(
      options,
      `The creation code has the hash ${actual}, and this factory makes pools of ${expected}.`,
      'Use the creation code of `Pool` of the same release, linked to the same libraries.',
    )
  }
}

/** A parameter of the pool is out of its bounds. */
export class InvalidParameterError extends ContractError<'InvalidParameter'> {
  override readonly name = 'InvalidParameterError'

  constructor(options: ContractErrorOptions<'InvalidParameter'>) {
    const { field } = options.args
    super(
      options,
      `The parameter ${text(field)} of the pool is out of its bounds.`,
      'Read `getFactoryBounds`, and correct it.',
    )
  }
}

/** The zero address was given where an account is needed. */
export class ZeroAddressError extends ContractError<'ZeroAddress'> {
  override readonly name = 'ZeroAddressError'

  constructor(options: ContractErrorOptions<'ZeroAddress'>) {
    super(
      options,
      'The zero address was given where an account is needed.',
      'Give the address of an account or contract.',
    )
  }
}

/** A contract was called again from within one of its calls. */
export class ReentrancyGuardReentrantCallError extends ContractError<'ReentrancyGuardReentrantCall'> {
  override readonly name = 'ReentrancyGuardReentrantCallError'

  constructor(options: ContractErrorOptions<'ReentrancyGuardReentrantCall'>) {
    super(
      options,
      'The contract was called again from within one of its own calls.',
      'Call it from outside, not from a token or receiver hook.',
    )
  }
}
