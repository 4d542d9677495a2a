import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StackAccount } from '../accounts.ts'
import type { SharedParameters } from './SharedParameters.ts'
import { type Service, spawnService } from './spawnService.ts'

const program = join(import.meta.dirname, '../../../keeper/src/main.ts')

/** Does on chain what is due; a process of its own. None runs on a chain of others unless it has a key. */
export function runKeeper(
  parameters: SharedParameters & { accounts: readonly StackAccount[]; port: number },
): { url: string; service: Service } | undefined {
  const { layout, options, chain, accounts, port, onExit } = parameters
  const own = accounts.find(({ label }) => label === 'keeper')
  const keystore = own?.keystore ?? options.keystore
  const file = own?.passwordFile ?? options.passwordFile
  if (keystore === undefined || file === undefined) return undefined
  const isLocal = chain.world !== undefined
  const config = {
    deployment: layout.deployment,
    rpcUrls: chain.rpcUrls,
    signer: { keystore, password: { file } },
    listen: { host: '127.0.0.1', port },
    state: layout.mode,
    // The chain of a demo runs faster than the machine's clock.
    ...(isLocal && { rates: layout.rates, intervalSeconds: 0.5, readingSeconds: 1, dailyBudgetEther: '1000' }),
  }
  const path = join(layout.mode, 'keeper.json')
  writeFileSync(path, `${JSON.stringify(config, null, 2)}\n`)
  const [url, log] = [`http://127.0.0.1:${port}`, join(layout.logs, 'keeper.log')]
  const readyUrl = `${url}/ready`
  return {
    url,
    service: spawnService({ service: 'keeper', program, args: [path], environment: {}, log, readyUrl, onExit }),
  }
}
