import {
  AlreadyArmedError,
  GasTooLowError,
  NoReadingError,
  NotBeyondStrikeError,
  NotDownError,
  NothingToObserveError,
  NotSpentError,
  OutageRuledError,
  ReadingsTooFarApartError,
  SpanTooOldError,
  SpanTooShortError,
  StillFrozenError,
  ThawTooShortError,
  WrongKindError,
} from '../readingTrigger.ts'

/** The errors of `errors/readingTrigger`, by their names in the contracts. */
export const readingTriggerByName = {
  AlreadyArmed: AlreadyArmedError,
  GasTooLow: GasTooLowError,
  NoReading: NoReadingError,
  NotBeyondStrike: NotBeyondStrikeError,
  NotDown: NotDownError,
  NotSpent: NotSpentError,
  NothingToObserve: NothingToObserveError,
  OutageRuled: OutageRuledError,
  ReadingsTooFarApart: ReadingsTooFarApartError,
  SpanTooOld: SpanTooOldError,
  SpanTooShort: SpanTooShortError,
  StillFrozen: StillFrozenError,
  ThawTooShort: ThawTooShortError,
  WrongKind: WrongKindError,
} as const
