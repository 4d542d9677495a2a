import {
  AllowanceOverflowError,
  AllowanceUnderflowError,
  ETHTransferFailedError,
  InsufficientAllowanceError,
  InsufficientBalanceError,
  InvalidPermitError,
  Permit2AllowanceIsFixedAtInfinityError,
  PermitExpiredError,
  TotalSupplyOverflowError,
  TransferFailedError,
  TransferFromFailedError,
} from '../tokens.ts'

/** The errors of `errors/tokens`, by their names in the contracts. */
export const tokensByName = {
  AllowanceOverflow: AllowanceOverflowError,
  AllowanceUnderflow: AllowanceUnderflowError,
  ETHTransferFailed: ETHTransferFailedError,
  InsufficientAllowance: InsufficientAllowanceError,
  InsufficientBalance: InsufficientBalanceError,
  InvalidPermit: InvalidPermitError,
  Permit2AllowanceIsFixedAtInfinity: Permit2AllowanceIsFixedAtInfinityError,
  PermitExpired: PermitExpiredError,
  TotalSupplyOverflow: TotalSupplyOverflowError,
  TransferFailed: TransferFailedError,
  TransferFromFailed: TransferFromFailedError,
} as const
