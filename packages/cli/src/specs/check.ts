import type { CommandSpec } from '../program/types.ts'

/** Commands that start things, play them and check them. */
export const checkSpecs: readonly CommandSpec[] = [
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
    name: 'report solvency',
    summary: 'The solvency statement of a pool at a block',
    examples: [
      'bulwark report solvency --pool 1 --out statement',
      'bulwark report solvency --pool 1 --block 120 --json',
    ],
    options: [
      ['--pool <pool>', 'number or address'],
      ['--block <number>', 'the block [the newest that is final]'],
      ['--out <folder>', 'write statement.json there'],
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
