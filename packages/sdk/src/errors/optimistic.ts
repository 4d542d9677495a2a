import { moment } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** The incident was asserted in UMA's oracle before. */
export class AlreadyAssertedError extends ContractError<'AlreadyAsserted'> {
  override readonly name = 'AlreadyAssertedError'

  constructor(options: ContractErrorOptions<'AlreadyAsserted'>) {
    const { assertionId, incident } = options.args
    super(
      options,
      `Incident ${incident} was asserted in UMA's oracle, as ${assertionId}.`,
      'Call `settleAssertion` once it can be settled; another loss needs another incident.',
    )
  }
}

/** The incident was not asserted in UMA's oracle. */
export class NotAssertedError extends ContractError<'NotAsserted'> {
  override readonly name = 'NotAssertedError'

  constructor(options: ContractErrorOptions<'NotAsserted'>) {
    const { incident } = options.args
    super(
      options,
      `Nobody has asserted incident ${incident} in UMA's oracle.`,
      'Call `assertTruth` within two days of its opening; later `rule` denies it.',
    )
  }
}

/** The second adjudicator decides on the incident. */
export class AlreadyPassedOnError extends ContractError<'AlreadyPassedOn'> {
  override readonly name = 'AlreadyPassedOnError'

  constructor(options: ContractErrorOptions<'AlreadyPassedOn'>) {
    const { incident } = options.args
    super(
      options,
      `Incident ${incident} was passed on to the second adjudicator.`,
      "Nothing that UMA says counts any more: ask the listing's second adjudicator.",
    )
  }
}

/** The time to assert the incident in UMA's oracle has passed. */
export class AssertedTooLateError extends ContractError<'AssertedTooLate'> {
  override readonly name = 'AssertedTooLateError'

  constructor(options: ContractErrorOptions<'AssertedTooLate'>) {
    const { timestamp, until } = options.args
    super(
      options,
      `The incident had to be asserted in UMA's oracle until ${moment(until)}, and it is ${moment(timestamp)}.`,
      'Open another incident with `assertLoss`, and assert that one in time.',
    )
  }
}

/** UMA's bond is higher than the caller wants to bring. */
export class BondAboveMaximumError extends ContractError<'BondAboveMaximum'> {
  override readonly name = 'BondAboveMaximumError'

  constructor(options: ContractErrorOptions<'BondAboveMaximum'>) {
    const { bond, max } = options.args
    super(
      options,
      `UMA's bond is ${bond} units, above the maximum of ${max}.`,
      'Read `getRequiredTruthBond`, approve as much, and give it as `maxBond`.',
    )
  }
}

/** UMA's oracle took another amount than the bond. */
export class BondNotTakenError extends ContractError<'BondNotTaken'> {
  override readonly name = 'BondNotTakenError'

  constructor(options: ContractErrorOptions<'BondNotTaken'>) {
    const { expected, held } = options.args
    super(
      options,
      `After the assertion ${held} units would be left where ${expected} were before.`,
      "Nothing was moved: the currency, or UMA's oracle, does not do what it should.",
    )
  }
}

/** UMA's oracle returned an id that it had returned before, or none. */
export class InvalidAssertionIdError extends ContractError<'InvalidAssertionId'> {
  override readonly name = 'InvalidAssertionIdError'

  constructor(options: ContractErrorOptions<'InvalidAssertionId'>) {
    const { assertionId } = options.args
    super(
      options,
      `UMA's oracle returned ${assertionId}, which stands for no new assertion.`,
      'Nothing was moved: call `noteRefusal` if the oracle takes none.',
    )
  }
}

/** UMA's oracle takes assertions of this listing. */
export class OracleWillingError extends ContractError<'OracleWilling'> {
  override readonly name = 'OracleWillingError'

  constructor(options: ContractErrorOptions<'OracleWilling'>) {
    const { bond, listing } = options.args
    super(
      options,
      `UMA's oracle takes assertions of listing ${listing}, with a bond of ${bond} units.`,
      'Call `assertTruth`.',
    )
  }
}

/** UMA's oracle gives no least bond. */
export class OracleSilentError extends ContractError<'OracleSilent'> {
  override readonly name = 'OracleSilentError'

  constructor(options: ContractErrorOptions<'OracleSilent'>) {
    const { oracle } = options.args
    super(
      options,
      `UMA's oracle at ${oracle} does not say what its least bond is.`,
      'Call `noteRefusal`, so that the incident is not denied for want of an assertion.',
    )
  }
}

/** Only UMA's oracle may call this. */
export class NotTheOracleError extends ContractError<'NotTheOracle'> {
  override readonly name = 'NotTheOracleError'

  constructor(options: ContractErrorOptions<'NotTheOracle'>) {
    const { caller } = options.args
    super(options, `${caller} is not UMA's oracle.`, 'Call `settleAssertion`: the oracle calls back by itself.')
  }
}
