/** Serves the API until it is told to stop. Configured by environment variables: docs/api.md. */
import { readFile } from 'node:fs/promises'
import { createLogger, exitCodeOf, ServiceError } from '@bulwark/service'
import { parseConfiguration } from './parseConfiguration.ts'
import { startApi } from './startApi.ts'
import { parseWebhooks } from './webhooks/parseWebhooks.ts'

const log = createLogger({ service: 'api' })
try {
  const { logLevel, webhooksFile, webhooksDatabaseUrl, webhooksPrivate, ...configuration } = parseConfiguration(
    process.env,
  )
  const hooks = webhooksFile === undefined ? [] : parseWebhooks(await readFile(webhooksFile, 'utf8'))
  const api = await startApi({
    ...configuration,
    webhooks: { hooks, databaseUrl: webhooksDatabaseUrl, allowPrivate: webhooksPrivate },
    log: createLogger({ service: 'api', level: logLevel }),
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await api.stop()
      process.exit(0)
    })
  }
} catch (error) {
  log.fatal({ err: error }, error instanceof ServiceError ? error.message : 'the API did not start')
  process.exitCode = exitCodeOf(error)
}
