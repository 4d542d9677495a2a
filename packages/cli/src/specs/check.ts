import type { CommandSpec } from '../program/types.ts'

/** Commands that start things, play them and check them. */
export const checkSpecs: readonly CommandSpec[] = [
  {
    name: 'up',
    summary: 'Start the whole stack on this machine: chain, indexer, API, keeper',
    about: 'Ctrl-C stops it; the next start goes on where it was. The other commands find it by themselves.',
    examples: ['bulwark up', 'bulwark up --demo usdc-2023 --speed 600', 'bulwark up --fresh'],
    options: [
      ['--demo <name>', 'play a story: usdc-2023'],
      ['--speed <factor>', 'seconds of the chain in each second of the demo [1800]'],
      ['--wait <seconds>', 'how long the demo waits for you to buy cover [60]'],
      ['--fresh', 'begin the local chain and the database anew'],
      ['--directory <folder>', 'where chain, database and logs are kept [.bulwark]'],
      ['--chain-port <port>', 'port of the chain [8545]'],
      ['--api-port <port>', 'port of the API [8787]'],
      ['--keeper-port <port>', 'port of the keeper [8788]'],
      ['--database-url <url>', 'a PostgreSQL server, instead of one that is started'],
      ['--keystore <file>', 'with --rpc and --deployment: the key of a keeper'],
      ['--password-file <file>', 'the file with its password'],
    ],
    words: { '--demo': ['usdc-2023'] },
    load: async () => (await import('../commands/up.ts')).upCommand,
  },
  {
    name: 'replay',
    summary: 'Replay what happened, on a fresh local chain',
    examples: ['bulwark replay list', 'bulwark replay usdc-2023', 'bulwark replay all --json'],
    args: [['<story>', 'a name of the list; list, or all']],
    options: [
      ['--csv <file>', 'another series of rounds, for usdc-2023'],
      ['--keep', 'leave the chain running, for usdc-2023'],
      ['--port <port>', 'port of the chain [a free one]'],
    ],
    load: async () => (await import('../commands/up.ts')).replayCommand,
  },
  {
    name: 'verify',
    summary: 'Compare what the indexer wrote with the chain, to the wei',
    examples: ['bulwark verify --all', 'bulwark verify --sample 200 --seed 7'],
    options: [
      ['--all', 'everything'],
      ['--sample <count>', 'so many things, at random [100]'],
      ['--seed <number>', 'which ones [1]'],
      ['--block <number>', 'wait until the database holds this block [the newest]'],
      ['--database <url>', "the database; its password in ~/.pgpass (BULWARK_DATABASE) [the stack's]"],
    ],
    load: async () => (await import('../commands/verify.ts')).verifyCommand,
  },
  {
    name: 'report solvency',
    summary: 'The solvency statement of a pool at a block: JSON, HTML and PDF',
    examples: [
      'bulwark report solvency --pool 1 --out statement',
      'bulwark report solvency --pool 1 --block 120 --json',
    ],
    options: [
      ['--pool <pool>', 'number or address'],
      ['--block <number>', 'the block [the newest that is final]'],
      ['--out <folder>', 'write statement.json, .html and .pdf there'],
      ['--no-pdf', 'leave the PDF out'],
      ['--sign', 'sign it, as who acts'],
      ['--from <who>', 'who signs: an address, or the name of a keystore'],
      ['--keystore <file>', 'the keystore: a name or a path'],
      ['--password-file <file>', 'a file that only you can read, with its password'],
      ['--password-stdin', 'read its password from standard input'],
      ['--signer <url>', 'an external signer in its place, with --from'],
    ],
    load: async () => (await import('../commands/report.ts')).solvencyCommand,
  },
  {
    name: 'report verify',
    summary: 'Recompute every figure of a statement from the chain, and say what differs',
    examples: ['bulwark report verify statement/statement.json'],
    args: [['<file>', 'the statement, JSON']],
    load: async () => (await import('../commands/report.ts')).verifyStatementCommand,
  },
]
