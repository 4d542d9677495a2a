import {
  AlreadyAssertedError,
  AlreadyPassedOnError,
  AssertedTooLateError,
  BondAboveMaximumError,
  BondNotTakenError,
  InvalidAssertionIdError,
  NotAssertedError,
  NotTheOracleError,
  OracleSilentError,
  OracleWillingError,
} from '../optimistic.ts'

/** The errors of `errors/optimistic`, by their names in the contracts. */
export const optimisticByName = {
  AlreadyAsserted: AlreadyAssertedError,
  AlreadyPassedOn: AlreadyPassedOnError,
  AssertedTooLate: AssertedTooLateError,
  BondAboveMaximum: BondAboveMaximumError,
  BondNotTaken: BondNotTakenError,
  InvalidAssertionId: InvalidAssertionIdError,
  NotAsserted: NotAssertedError,
  NotTheOracle: NotTheOracleError,
  OracleSilent: OracleSilentError,
  OracleWilling: OracleWillingError,
} as const
