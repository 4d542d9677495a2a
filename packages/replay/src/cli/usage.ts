import { stories } from '../stories/stories.ts'
import { usdc2023 } from '../usdc2023/summarise.ts'

const all = [usdc2023, ...stories]

/** The names of the stories, the first one first. */
export const names: readonly string[] = all.map(({ name }) => name)

/** One line for each story. */
export const list = all.map(({ name, what }) => `${name.padEnd(18)}${what}`).join('\n')

/** What `--help` prints. */
export const usage = `npm run replay -- STORY [--json] [--port N] [--csv FILE] [--keep]

Plays what happens against the contracts on a fresh local chain, and compares what was paid with what should have been.

${list.replace(/^/gm, '  ')}
  all               every one of them, and a table of all at the end
  list              only these names

  --json      one JSON object on stdout and nothing else: npm run -s replay -- all --json
  --port N    the port of the chain; a free one by default
  --csv FILE  usdc-2023: another series of rounds, columns round,time,answer or as in exports of Chainlink’s feeds
  --keep      usdc-2023: leaves the chain running and says how to connect; Ctrl-C stops it
  --help      this

It ends with 0 if everybody was paid what was expected and no later than promised, with 1 if not or if it could not
run, with 130 after Ctrl-C.`
