import { createLogger, exitCodeOf, readDeployment, serviceExitCodes } from '@bulwark/service'
import { startIndexer } from './startIndexer.ts'

const usage = `Runs an indexer: see docs/indexer.md.

  BULWARK_DEPLOYMENT=deployment.json BULWARK_RPC_URLS='http://…' DATABASE_URL=postgresql://… \\
    node packages/indexer/src/main.ts
`

async function main(variables: NodeJS.ProcessEnv): Promise<void> {
  const { BULWARK_DEPLOYMENT: path, BULWARK_RPC_URLS: urls, DATABASE_URL: databaseUrl } = variables
  if (!path || !urls || !databaseUrl) {
    process.stderr.write(usage)
    process.exitCode = serviceExitCodes.usage
    return
  }
  const indexer = await startIndexer({
    ...{ deployment: await readDeployment(path), rpcUrls: urls.trim().split(/\s+/), databaseUrl },
    ...{ pollingInterval: Number(variables.BULWARK_POLLING_INTERVAL ?? 1_000), log },
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void indexer.stop())
  await indexer.ended
}

const log = createLogger({ service: 'indexer' })
try {
  await main(process.env)
} catch (error) {
  log.fatal({ err: error }, 'ended')
  process.exitCode = exitCodeOf(error)
}
