import { openSync } from 'node:fs'
import { join } from 'node:path'
import { startIndexer } from '@bulwark/indexer'
import { createLogger } from '@bulwark/service'
import { createPublicClient, http } from 'viem'
import { ServiceFailedError } from '../errors.ts'
import type { SharedParameters } from './SharedParameters.ts'

/** The indexer of a stack. */
export type RunningIndexer = {
  /** Waits until the database holds the block that was the newest when it was asked. */
  ready(): Promise<void>
  stop(): Promise<void>
}

/** Keeps the database equal to the chain; Ponder is a process of its own, watched over in this one. */
export async function runIndexer(parameters: SharedParameters): Promise<RunningIndexer> {
  const { layout, options, chain, databaseUrl, onExit } = parameters
  const { rpcUrls, deployment } = chain
  const file = join(layout.logs, 'indexer.log')
  const log = createLogger({ service: 'indexer', descriptor: openSync(file, 'a') })
  const pollingInterval = options.mode === 'remote' ? 1_000 : 250
  const indexer = await startIndexer({ deployment, rpcUrls, databaseUrl, log, pollingInterval })
  indexer.ended.catch((cause: Error) => {
    onExit(new ServiceFailedError({ service: 'indexer', reason: 'failed', log: file, tail: cause.message }))
  })
  return {
    ready: async () => {
      const head = await createPublicClient({ transport: http(rpcUrls[0]) }).getBlockNumber()
      await indexer.waitForBlock(head, { timeoutSeconds: options.mode === 'remote' ? 86_400 : 600 })
    },
    stop: () => indexer.stop(),
  }
}
