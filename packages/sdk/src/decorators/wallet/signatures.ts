import type { Account, Chain } from 'viem'
import { signConsent } from '../../actions/signatures/signConsent.ts'
import { signDelegation } from '../../actions/signatures/signDelegation.ts'
import { signPermit } from '../../actions/signatures/signPermit.ts'
import { signQuote } from '../../actions/signatures/signQuote.ts'
import { signReport } from '../../actions/signatures/signReport.ts'
import { signTokenPermit } from '../../actions/signatures/signTokenPermit.ts'
import { signVote } from '../../actions/signatures/signVote.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/signatures`. */
export const signaturesWrites = {
  signConsent,
  signDelegation,
  signPermit,
  signQuote,
  signReport,
  signTokenPermit,
  signVote,
} as const

/** The writes of `actions/signatures`, as methods of a client. */
export type SignaturesWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  signConsent: Bound<typeof signConsent<chain, account>>
  signDelegation: Bound<typeof signDelegation<chain, account>>
  signPermit: Bound<typeof signPermit<chain, account>>
  signQuote: Bound<typeof signQuote<chain, account>>
  signReport: Bound<typeof signReport<chain, account>>
  signTokenPermit: Bound<typeof signTokenPermit<chain, account>>
  signVote: Bound<typeof signVote<chain, account>>
}
