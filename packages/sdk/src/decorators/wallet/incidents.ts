import type { Account, Chain } from 'viem'
import { assertLoss } from '../../actions/incidents/assertLoss.ts'
import { claimRecovered } from '../../actions/incidents/claimRecovered.ts'
import { claimRecoveredLeaves } from '../../actions/incidents/claimRecoveredLeaves.ts'
import { close } from '../../actions/incidents/close.ts'
import { collectCredit } from '../../actions/incidents/collectCredit.ts'
import { lapse } from '../../actions/incidents/lapse.ts'
import { recover } from '../../actions/incidents/recover.ts'
import { rule } from '../../actions/incidents/rule.ts'
import { settle } from '../../actions/incidents/settle.ts'
import { settleLeaves } from '../../actions/incidents/settleLeaves.ts'
import { settleRaised } from '../../actions/incidents/settleRaised.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/incidents`. */
export const incidentsWrites = {
  assertLoss,
  claimRecovered,
  claimRecoveredLeaves,
  close,
  collectCredit,
  lapse,
  recover,
  rule,
  settle,
  settleLeaves,
  settleRaised,
} as const

/** The writes of `actions/incidents`, as methods of a client. */
export type IncidentsWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  assertLoss: Bound<typeof assertLoss<chain, account>>
  claimRecovered: Bound<typeof claimRecovered<chain, account>>
  claimRecoveredLeaves: Bound<typeof claimRecoveredLeaves<chain, account>>
  close: Bound<typeof close<chain, account>>
  collectCredit: Bound<typeof collectCredit<chain, account>>
  lapse: Bound<typeof lapse<chain, account>>
  recover: Bound<typeof recover<chain, account>>
  rule: Bound<typeof rule<chain, account>>
  settle: Bound<typeof settle<chain, account>>
  settleLeaves: Bound<typeof settleLeaves<chain, account>>
  settleRaised: Bound<typeof settleRaised<chain, account>>
}
