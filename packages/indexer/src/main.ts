/** Keeps the tables of a deployment equal to its chain until it is told to stop: docs/indexer.md. */
import { createLogger, exitCodeOf, readDeployment } from '@bulwark/service'
import { parseConfiguration } from './parseConfiguration.ts'
import { serveIndexer } from './serve/serveIndexer.ts'
import { startIndexer } from './startIndexer.ts'

const log = createLogger({ service: 'indexer' })
try {
  const { deployment, rpcUrls, databaseUrl, pollingInterval, host, port, logLevel } = parseConfiguration(process.env)
  const indexer = await startIndexer({
    ...{ deployment: await readDeployment(deployment), rpcUrls, databaseUrl, pollingInterval },
    log: createLogger({ service: 'indexer', level: logLevel }),
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void indexer.stop())
  const server = await serveIndexer({ indexer, host, port }).catch(async (error) => {
    await indexer.stop()
    throw error
  })
  log.info({ schema: indexer.schema, port: server.port }, 'the indexer runs')
  await indexer.ended.finally(() => server.close())
} catch (error) {
  log.fatal({ err: error }, 'the indexer stops')
  process.exitCode = exitCodeOf(error)
}
