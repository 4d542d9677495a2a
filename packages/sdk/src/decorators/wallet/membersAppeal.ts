import type { Account, Chain } from 'viem'
import { collectDisputeFees } from '../../actions/membersAppeal/collectDisputeFees.ts'
import { executeDispute } from '../../actions/membersAppeal/executeDispute.ts'
import { voteOnDispute } from '../../actions/membersAppeal/voteOnDispute.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/membersAppeal`. */
export const membersAppealWrites = { collectDisputeFees, executeDispute, voteOnDispute } as const

/** The writes of `actions/membersAppeal`, as methods of a client. */
export type MembersAppealWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  collectDisputeFees: Bound<typeof collectDisputeFees<chain, account>>
  executeDispute: Bound<typeof executeDispute<chain, account>>
  voteOnDispute: Bound<typeof voteOnDispute<chain, account>>
}
