import {
  AccountBalanceOverflowError,
  BalanceQueryForZeroAddressError,
  ClaimAboveAmountError,
  NotOwnerNorApprovedError,
  OnlyFactoryError,
  OnlyOwnerOfError,
  OnlyPoolOfError,
  TokenAlreadyExistsError,
  TokenDoesNotExistError,
  TransferFromIncorrectOwnerError,
  TransferToNonERC721ReceiverImplementerError,
  TransferToZeroAddressError,
} from '../covers.ts'

/** The errors of `errors/covers`, by their names in the contracts. */
export const coversByName = {
  AccountBalanceOverflow: AccountBalanceOverflowError,
  BalanceQueryForZeroAddress: BalanceQueryForZeroAddressError,
  ClaimAboveAmount: ClaimAboveAmountError,
  NotOwnerNorApproved: NotOwnerNorApprovedError,
  OnlyFactory: OnlyFactoryError,
  OnlyOwnerOf: OnlyOwnerOfError,
  OnlyPoolOf: OnlyPoolOfError,
  TokenAlreadyExists: TokenAlreadyExistsError,
  TokenDoesNotExist: TokenDoesNotExistError,
  TransferFromIncorrectOwner: TransferFromIncorrectOwnerError,
  TransferToNonERC721ReceiverImplementer: TransferToNonERC721ReceiverImplementerError,
  TransferToZeroAddress: TransferToZeroAddressError,
} as const
