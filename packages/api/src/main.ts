/** Serves the API until it is told to stop. Configured by environment variables: docs/api.md. */
import { createLogger, exitCodeOf, ServiceError } from '@bulwark/service'
import { parseConfiguration } from './parseConfiguration.ts'
import { startApi } from './startApi.ts'

const log = createLogger({ service: 'api' })
try {
  const { logLevel, ...configuration } = parseConfiguration(process.env)
  const api = await startApi({ ...configuration, log: createLogger({ service: 'api', level: logLevel }) })
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
