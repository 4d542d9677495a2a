import { createConfig } from 'ponder'
import { chainConfig, contractsOf } from './lib/contracts.ts'
import { environment } from './lib/environment.ts'

const { databaseUrl, deployment } = environment

export default createConfig({
  database: { kind: 'postgres', connectionString: databaseUrl },
  chains: { chain: chainConfig(environment) },
  contracts: contractsOf(deployment),
  // The head alone: past blocks without an event are of no use to anyone.
  blocks: { head: { chain: 'chain', interval: 1, startBlock: 'latest' } },
})
