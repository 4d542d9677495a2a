import type { Logger } from '@bulwark/service'
import type { OpenChain } from '../chain/openChain.ts'
import type { ServiceFailedError } from '../errors.ts'
import type { Layout } from '../layout.ts'
import type { StackOptions } from '../options.ts'

/** What every service of a stack is started with. */
export type SharedParameters = {
  layout: Layout
  options: StackOptions
  chain: OpenChain
  databaseUrl: string
  /** Called if a service ends that nobody stopped. */
  onExit: (error: ServiceFailedError) => void
  log: Logger
}
