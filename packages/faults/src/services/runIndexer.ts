import { readFile } from 'node:fs/promises'
import { startIndexer } from '@bulwark/indexer'
import { parseDeployment } from '@bulwark/sdk'
import { createLogger } from '@bulwark/service'

// An indexer as a process of its own: the same calls as in a stack, so that it can be killed alone.
type Settings = { deployment: string; rpcUrls: string[]; databaseUrl: string }

const { deployment, ...settings } = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8')) as Settings
const log = createLogger({ service: 'indexer', level: 'debug' })
for (;;) {
  try {
    const parameters = { ...settings, deployment: parseDeployment(deployment), pollingInterval: 100, log }
    const indexer = await startIndexer(parameters)
    await indexer.ended
    break
  } catch (error) {
    // As a supervisor would: start again, unless it says that this is of no use.
    log.error({ err: error }, 'the indexer did not start')
    if ((error as { policy?: string }).policy === 'fatal') process.exit(1)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
