/** The stories there are, with a line on each. */
export const stories: Readonly<Record<string, string>> = {
  'usdc-2023': 'USDC loses its peg in March 2023: two depeg listings, three pools, the feed’s real rounds',
}

/** One line for each story. */
export const list = Object.entries(stories)
  .map(([name, what]) => `${name.padEnd(12)}${what}`)
  .join('\n')

/** What `--help` prints. */
export const usage = `npm run replay -- STORY [--csv FILE] [--json] [--port N] [--keep]

Plays real events against the contracts on a fresh local chain, and compares what was paid with what should have been.

${list.replace(/^/gm, '  ')}
  list        only these names

  --csv FILE  another series of rounds: columns round,time,answer, or as in exports of Chainlink’s feeds
  --json      one JSON object on stdout and nothing else: npm run -s replay -- usdc-2023 --json
  --port N    the port of the chain; a free one by default
  --keep      leaves the chain running and says how to connect; Ctrl-C stops it
  --help      this

It ends with 0 if everybody was paid what was expected, with 1 if not or if it could not run, with 130 after Ctrl-C.`
