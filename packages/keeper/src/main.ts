import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createLogger, exitCodeOf, openSigner, readDeployment, readPassword, serviceExitCodes } from '@bulwark/service'
import { readEventsFile } from './config/eventsFile.ts'
import { parseConfig } from './config/parseConfig.ts'
import { readSaltsFile } from './config/saltsFile.ts'
import { ConfigError } from './errors.ts'
import type { Reminder } from './plan/planReminders.ts'
import { startKeeper } from './startKeeper.ts'

const usage = `Runs a keeper: see docs/keeper.md.

  node packages/keeper/src/main.ts CONFIG.json
`

async function main(path: string): Promise<void> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ConfigError({ where: path, reason: 'it cannot be read', cause })
  })
  const config = parseConfig(text, process.env)
  const log = createLogger({ service: 'keeper', level: config.logLevel })
  const { signer: named, state, webhook } = config
  const signer =
    'keystore' in named
      ? await openSigner({ keystore: named.keystore, password: await readPassword(named.password) })
      : await openSigner(named)
  const remind = async (url: string, { incident, assessor, from, until }: Reminder): Promise<void> => {
    const body = { type: 'reveal', assessor, ...toText({ incident, from, until }) }
    const headers = { 'content-type': 'application/json' }
    try {
      await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(10_000) })
    } catch (error) {
      log.error({ error: (error as Error).message }, 'the webhook did not take a reminder')
    }
  }
  const keeper = await startKeeper({
    ...{ deployment: await readDeployment(config.deployment), rpcUrls: config.rpcUrls, signer, log },
    ...{ maxFeePerGas: config.maxFeeGwei, priorityFee: config.priorityFeeGwei, dailyBudget: config.dailyBudgetEther },
    ...{ intervalSeconds: config.intervalSeconds, readingSeconds: config.readingSeconds },
    ...{ stuckSeconds: config.stuckSeconds, maxInFlight: config.maxInFlight, batchGas: config.batchGas },
    ...{ dryRun: config.dryRun, seed: config.seed, ratesPath: config.rates, assessors: config.assessors },
    assets: config.assets,
    events: config.events ? await readEventsFile(config.events) : undefined,
    reveals: config.salts ? await readSaltsFile(config.salts) : undefined,
    budgetPath: state ? join(state, 'budget.json') : undefined,
    listen: config.listen,
    onReminder: webhook ? (reminder) => void remind(webhook, reminder) : undefined,
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void keeper.stop())
  await keeper.stopped
}

function toText(fields: Record<string, bigint>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.toString()]))
}

const [path, ...rest] = process.argv.slice(2)
if (path === undefined || rest.length > 0 || path.startsWith('-')) {
  process.stderr.write(usage)
  process.exitCode = path === '--help' ? 0 : serviceExitCodes.usage
} else {
  try {
    await main(path)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exitCode = exitCodeOf(error)
  }
}
