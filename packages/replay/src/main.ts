/** `npm run replay -- STORY`: what happens, replayed on a fresh chain. */
import { TestkitError } from '@bulwark/testkit'
import { compile } from './cli/compile.ts'
import { complaintsOf } from './cli/complaintsOf.ts'
import { describeChain } from './cli/describeChain.ts'
import { playAll } from './cli/playAll.ts'
import { playUsdc2023 } from './cli/playUsdc2023.ts'
import { type Arguments, readArguments } from './cli/readArguments.ts'
import { tabulate } from './cli/tabulate.ts'
import { list, usage } from './cli/usage.ts'
import { withExits } from './cli/withExits.ts'
import { ReplayError } from './errors.ts'
import { playStory } from './stories/playStory.ts'
import { stories } from './stories/stories.ts'
import type { StoryReport } from './stories/types.ts'

let isOver = false

const prepare = () => compile(() => console.error('Compiling the contracts; this takes half a minute the first time.'))

const printJson = (value: unknown) => {
  const text = (_: string, part: unknown) => (typeof part === 'bigint' ? part.toString() : part)
  console.log(JSON.stringify(value, text))
}

async function main(): Promise<void> {
  const wanted = readArguments(process.argv.slice(2))
  if (wanted.command === 'help') console.log(usage)
  else if (wanted.command === 'list') console.log(list)
  else if (wanted.command === 'all') await playEvery(wanted)
  else await play(wanted)
}

async function playEvery({ json, port }: Extract<Arguments, { command: 'all' }>): Promise<void> {
  const reports = await playAll({ port, prepare, print: json ? undefined : console.log })
  if (json) printJson({ stories: reports.map((report) => ({ ...shown(report), covers: report.covers.map(payment) })) })
  else console.log(['', ...tabulate(reports)].join('\n'))
  judge(reports)
}

async function play({ story: name, csv, json, keep, port }: Extract<Arguments, { command: 'play' }>): Promise<void> {
  const print = json ? undefined : console.log
  const story = stories.find((story) => story.name === name)
  if (story) {
    const report = await playStory(story, {
      ...{ prepare, ...(print ? { print } : {}), ...(port === undefined ? {} : { port }) },
    })
    if (json) printJson(shown(report))
    judge([report])
    return
  }
  const { result, world, report } = await playUsdc2023({ csv, keep, port, prepare, print })
  const { listings, covers, exits } = result
  if (json) printJson({ listings, covers })
  judge([withExits(report, exits)])
  if (!keep) return
  // With --json, stdout is for the object alone.
  const say = json ? console.error : console.log
  say(`\n${describeChain(world)}`)
  process.once('beforeExit', () => {
    console.error('The chain has ended by itself.')
    process.exitCode = 1
  })
}

/** What is told of a story: how many were late says the exit code. */
function shown({ late: _, ...report }: StoryReport) {
  return { ...report, hoursToMoney: Number(report.hoursToMoney.toFixed(4)) }
}

const payment = ({ expected, paid }: StoryReport['covers'][number]) => ({ expected, paid })

function judge(reports: readonly StoryReport[]): void {
  isOver = true
  for (const complaint of complaintsOf(reports)) {
    console.error(complaint)
    process.exitCode = 1
  }
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
