import { parseDeployment } from '@bulwark/sdk'
import { FatalError } from '@bulwark/service'

/** What `startIndexer` tells Ponder, read once. */
export const environment = {
  deployment: parseDeployment(variable('BULWARK_MANIFEST')),
  rpcUrls: variable('BULWARK_RPC_URLS').split(' '),
  databaseUrl: variable('DATABASE_URL'),
  /** Milliseconds between two questions for a new block. */
  pollingInterval: Number(process.env.BULWARK_POLLING_INTERVAL ?? 1_000),
  /** A chain whose blocks may vanish as a whole, as local ones do: what was fetched is not kept. */
  disableCache: process.env.BULWARK_DISABLE_CACHE === 'true',
}

function variable(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new FatalError(`The environment variable ${name} is missing.`)
  return value
}
