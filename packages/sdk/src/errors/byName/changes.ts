import {
  CoverEndedError,
  CoverOfAnotherError,
  KeyedCoverError,
  NothingLeftError,
  PurchaseMismatchError,
  RiskFrozenError,
  TooLateToExtendError,
  TooManyIncreasesError,
} from '../changes.ts'

/** The errors of `errors/changes`, by their names in the contracts. */
export const changesByName = {
  CoverEnded: CoverEndedError,
  CoverOfAnother: CoverOfAnotherError,
  KeyedCover: KeyedCoverError,
  NothingLeft: NothingLeftError,
  PurchaseMismatch: PurchaseMismatchError,
  RiskFrozen: RiskFrozenError,
  TooLateToExtend: TooLateToExtendError,
  TooManyIncreases: TooManyIncreasesError,
} as const
