/** `npm start` and `npm run replay -- STORY`: real events, replayed on a fresh chain. */
import { readRounds, TestkitError, usdcRoundsFile } from '@bulwark/testkit'
import { compile } from './cli/compile.ts'
import { describeChain } from './cli/describeChain.ts'
import { type Arguments, readArguments } from './cli/readArguments.ts'
import { list, usage } from './cli/usage.ts'
import { ReplayError } from './errors.ts'
import { Narrator } from './usdc2023/Narrator.ts'
import { runUsdc2023 } from './usdc2023/run.ts'
import { shiftOf } from './usdc2023/shiftOf.ts'

let isOver = false

async function main(): Promise<void> {
  const wanted = readArguments(process.argv.slice(2))
  if (wanted.command === 'help') console.log(usage)
  else if (wanted.command === 'list') console.log(list)
  else await play(wanted)
}

async function play({ csv, json, keep, port }: Extract<Arguments, { command: 'play' }>): Promise<void> {
  const rounds = await readRounds(csv ?? usdcRoundsFile)
  const narrator = new Narrator(console.log)
  const { result, world } = await runUsdc2023({
    rounds,
    shift: shiftOf(rounds),
    keep,
    ...(port === undefined ? {} : { port }),
    prepare: () => compile(() => console.error('Compiling the contracts; this takes half a minute the first time.')),
    ...(json ? {} : { onEvent: (event) => narrator.tell(event) }),
  })
  const { listings, covers, exits } = result
  if (json) {
    const text = (_: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)
    console.log(JSON.stringify({ listings, covers }, text))
  } else {
    narrator.tellResult(result)
  }
  const different = [...covers, ...exits].filter(({ expected, paid }) => expected !== paid).length
  if (different > 0) {
    console.error(`${different} payments differ from what was expected. That is a bug: please report it.`)
    process.exitCode = 1
  }
  isOver = true
  if (!keep) return
  // With --json, stdout is for the object alone.
  const say = json ? console.error : console.log
  say(`\n${describeChain(world)}`)
  process.once('beforeExit', () => {
    console.error('The chain has ended by itself.')
    process.exitCode = 1
  })
}

for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
  process.once(signal, () => {
    console.error(isOver ? '\nThe chain is stopped.' : '\nStopped before the end; the chain is gone with it.')
    process.exit(isOver ? (process.exitCode ?? 0) : code)
  })
}

// Whoever reads may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(process.exitCode ?? 0)
})

main().catch((error) => {
  console.error(error instanceof ReplayError || error instanceof TestkitError ? error.message : error)
  process.exit(1)
})
