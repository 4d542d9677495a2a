import {
  InvalidParameterError,
  NotAuthorisedError,
  NotExecutableError,
  NothingToCollectError,
  OnlyCuratorError,
  OnlyIncidentsError,
  ReentrancyGuardReentrantCallError,
  UnknownClassError,
  WrongCreationCodeError,
  ZeroAddressError,
} from '../access.ts'

/** The errors of `errors/access`, by their names in the contracts. */
export const accessByName = {
  InvalidParameter: InvalidParameterError,
  NotAuthorised: NotAuthorisedError,
  NotExecutable: NotExecutableError,
  NothingToCollect: NothingToCollectError,
  OnlyCurator: OnlyCuratorError,
  OnlyIncidents: OnlyIncidentsError,
  ReentrancyGuardReentrantCall: ReentrancyGuardReentrantCallError,
  UnknownClass: UnknownClassError,
  WrongCreationCode: WrongCreationCodeError,
  ZeroAddress: ZeroAddressError,
} as const
