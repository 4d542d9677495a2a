import type { Account, Chain } from 'viem'
import { approveCover } from '../../actions/covers/approveCover.ts'
import { safeTransferCover } from '../../actions/covers/safeTransferCover.ts'
import { setCoverOperator } from '../../actions/covers/setCoverOperator.ts'
import { setPayee } from '../../actions/covers/setPayee.ts'
import { transferCover } from '../../actions/covers/transferCover.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/covers`. */
export const coversWrites = { approveCover, safeTransferCover, setCoverOperator, setPayee, transferCover } as const

/** The writes of `actions/covers`, as methods of a client. */
export type CoversWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  approveCover: Bound<typeof approveCover<chain, account>>
  safeTransferCover: Bound<typeof safeTransferCover<chain, account>>
  setCoverOperator: Bound<typeof setCoverOperator<chain, account>>
  setPayee: Bound<typeof setPayee<chain, account>>
  transferCover: Bound<typeof transferCover<chain, account>>
}
