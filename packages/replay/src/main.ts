/** `npm start` and `npm run replay -- NAME`: real events, replayed on a fresh chain. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { readRounds, TestkitError, usdcRoundsFile } from '@bulwark/testkit'
import { Narrator } from './usdc2023/Narrator.ts'
import { runUsdc2023 } from './usdc2023/run.ts'
import { shiftOf } from './usdc2023/shiftOf.ts'

const usage = `npm run replay -- usdc-2023 [--json] [--csv FILE] [--port N] [--keep]

  usdc-2023   USDC loses its peg in March 2023: two depeg listings, three pools, the feed's real rounds
  list        the stories there are

  --json      one JSON object on stdout and nothing else (npm run -s replay -- …)
  --csv FILE  another series of rounds, with columns round,time,answer or as Chainlink explorers export them
  --port N    port of the chain; a free one by default
  --keep      leaves the chain running afterwards and says how to connect`

/** Wrong use: said in one sentence, with the usage. */
class UsageError extends Error {}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        csv: { type: 'string' },
        port: { type: 'string' },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** Compiles what the story deploys; quiet unless it fails. Its output goes to stderr: stdout may be JSON. */
async function compile(): Promise<void> {
  const forge = spawn('forge', ['build', 'contracts/src', 'contracts/test/mocks'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: Buffer[] = []
  for (const stream of [forge.stdout, forge.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk))
  const [code] = await Promise.race([
    once(forge, 'close'),
    once(forge, 'error').then(() => {
      throw new UsageError('forge was not found. Run `npm ci`, and start this through npm.')
    }),
  ])
  if (code !== 0) throw new UsageError(`The contracts do not compile.\n${Buffer.concat(output).toString()}`)
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments(process.argv.slice(2))
  const [name = 'list', ...more] = positionals
  if (values.help || name === 'list') return console.log(usage)
  if (name !== 'usdc-2023' || more.length > 0)
    throw new UsageError(`There is no story called ${positionals.join(' ')}.`)
  const port = values.port === undefined ? undefined : Number(values.port)
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new UsageError(`${values.port} is not a port: give a number from 1 to 65535.`)
  }
  if (values.keep && values.json) throw new UsageError('--keep and --json exclude each other.')

  const rounds = await readRounds(values.csv ?? usdcRoundsFile)
  const shift = shiftOf(rounds)
  await compile()
  const narrator = new Narrator(values.json ? () => undefined : console.log)
  const { result, anvil, world } = await runUsdc2023({
    rounds,
    shift,
    keep: values.keep,
    ...(port === undefined ? {} : { port }),
    onEvent: (event) => narrator.tell(event),
  })
  if (values.json) {
    const { listings, covers } = result
    const text = (_: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)
    console.log(JSON.stringify({ listings, covers }, text))
  } else {
    narrator.tellResult(result)
  }
  const different = [...result.covers, ...result.exits].filter(({ expected, paid }) => expected !== paid).length
  if (different > 0) {
    console.error(`${different} payments differ from what was expected.`)
    process.exitCode = 1
  }
  if (values.keep) {
    console.log(`\nThe chain is still running: ${anvil.url}, chain id ${world.chain.chainId}. Ctrl-C stops it.`)
    for (const [pool, { address }] of world.pools) console.log(`  ${pool.padEnd(11)} ${address}`)
    console.log(`  listings    ${world.bulwark.listings.address}\n  incidents   ${world.bulwark.incidents.address}`)
    console.log(`  covers      ${world.bulwark.covers.address}\n  feed        ${world.feed.proxy}`)
    setInterval(() => undefined, 1 << 30)
  }
}

process.once('SIGINT', () => {
  console.error('\nStopped; the chain is gone with it.')
  process.exit(130)
})
main().catch((error) => {
  if (error instanceof UsageError) console.error(`${error.message}\n\n${usage}`)
  else if (error instanceof TestkitError) console.error(error.shortMessage)
  else console.error(error)
  process.exit(1)
})
