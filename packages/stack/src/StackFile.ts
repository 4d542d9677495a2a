import type { StackAccount } from './accounts.ts'
import type { Mode } from './layout.ts'

/** `stack.json`: where a running stack is, for the command line and for other tools. */
export type StackFile = {
  readonly version: 1
  readonly mode: Mode
  /** The process to ask to end, by SIGINT. */
  readonly pid: number
  readonly rpcUrl: string
  readonly apiUrl: string
  readonly databaseUrl: string
  readonly keeperUrl: string | null
  /** Accounts to try things with; none on a chain of others. */
  readonly accounts: readonly StackAccount[]
  /** Tokens and pools by name; none on a chain of others. */
  readonly tokens: Readonly<Record<string, string>>
  readonly pools: Readonly<Record<string, string>>
  readonly listings: Readonly<Record<string, number>>
}
