import type { CommandSpec } from '../program/types.ts'

/** Commands that only look. */
export const lookSpecs: readonly CommandSpec[] = [
  {
    name: 'pools',
    summary: 'List the pools, or show the capital of one and what it backs',
    examples: ['bulwark pools', 'bulwark pools 1 --json'],
    args: [['[pool]', 'number or address']],
    options: [['--asset <asset>', 'only pools in this asset: symbol or address']],
    load: async () => (await import('../commands/pools.ts')).poolsCommand,
  },
  {
    name: 'listings',
    summary: 'List what can be insured, or show the terms and the wording of one',
    examples: ['bulwark listings', 'bulwark listings 1'],
    args: [['[listing]', 'number of the listing']],
    load: async () => (await import('../commands/listings.ts')).listingsCommand,
  },
  {
    name: 'covers',
    summary: 'List the covers of an account, or show one',
    examples: ['bulwark covers', 'bulwark covers --owner 0x70997970C51812dc3A010C7d01b50e0d17dc79C8 --json'],
    args: [['[cover]', 'id of a cover']],
    options: [
      ['--owner <address>', 'whose [who acts]'],
      ['--from <who>', 'who acts: an address, or the name of a keystore'],
    ],
    load: async () => (await import('../commands/covers.ts')).coversCommand,
  },
  {
    name: 'incidents',
    summary: 'List what happened and how it was ruled, or show one with what was paid',
    examples: ['bulwark incidents', 'bulwark incidents 1 --json'],
    args: [['[incident]', 'number of the incident']],
    options: [['--status <status>', 'only open, granted, denied, lapsed or closed ones']],
    words: { '--status': ['open', 'granted', 'denied', 'lapsed', 'closed'] },
    load: async () => (await import('../commands/incidents.ts')).incidentsCommand,
  },
]
