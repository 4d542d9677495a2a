/** Runs `forge test` and insists that it ran something: forge itself ends with 0 when a filter matches no test. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

/** Where the campaign writes down what it called. */
export const campaignAccount = 'contracts/cache/campaign.txt'

/** What a run of tests came to. */
export type Tally = { passed: number; failed: number }

/** Runs forge's tests with `args` and passes their output on. A run that broke, or ran nothing, counts as one failure. */
export async function forgeTest(args: string[] = []): Promise<Tally> {
  mkdirSync('contracts/cache', { recursive: true })
  writeFileSync(campaignAccount, '')
  const colour = process.stdout.isTTY ? 'always' : 'never'
  const forge = spawn('forge', ['test', '--color', colour, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  forge.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk
    process.stdout.write(chunk)
  })
  const [code] = await once(forge, 'close')
  const total = /(\d+) tests passed, (\d+) failed, \d+ skipped \((\d+) total tests\)/.exec(
    stripVTControlCharacters(output),
  )
  const passed = Number(total?.[1] ?? 0)
  const failed = Number(total?.[2] ?? 0)
  if (passed + failed === 0) console.error('forge ran no test: it did not compile, or no test matches')
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed }
}

if (import.meta.main) {
  const { failed } = await forgeTest(process.argv.slice(2))
  process.exitCode = failed > 0 ? 1 : 0
}
