import type { Account, Chain } from 'viem'
import { postStatement } from '../../actions/statementRegistry/postStatement.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/statementRegistry`. */
export const statementRegistryWrites = { postStatement } as const

/** The writes of `actions/statementRegistry`, as methods of a client. */
export type StatementRegistryWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  postStatement: Bound<typeof postStatement<chain, account>>
}
