import { join } from 'node:path'
import type { SharedParameters } from './SharedParameters.ts'
import { type Service, spawnService } from './spawnService.ts'

const program = join(import.meta.dirname, '../../../api/src/main.ts')

/** Serves the database; a process of its own. */
export function runApi(parameters: SharedParameters & { port: number }): { url: string; service: Service } {
  const { layout, databaseUrl, chain, port, onExit } = parameters
  const url = `http://127.0.0.1:${port}`
  const environment = {
    DATABASE_URL: databaseUrl,
    BULWARK_API_PORT: String(port),
    BULWARK_API_DEPLOYMENTS: chain.deployment.name,
  }
  const log = join(layout.logs, 'api.log')
  return { url, service: spawnService({ service: 'API', program, environment, log, readyUrl: `${url}/ready`, onExit }) }
}
