import type { CommandSpec } from '../program/types.ts'

/** Commands of who underwrites. */
export const capitalSpecs: readonly CommandSpec[] = [
  {
    name: 'deposit',
    summary: 'Underwrite: put capital into a pool',
    examples: ['bulwark deposit 1 5000', 'bulwark deposit 1 MAX --dry-run'],
    args: [
      ['<pool>', 'number or address'],
      ['<amount>', "amount of the pool's asset, or MAX"],
    ],
    sends: true,
    load: async () => (await import('../commands/deposit.ts')).depositCommand,
  },
  {
    name: 'leave',
    summary: 'Take capital out: ask, look, collect',
    about: 'An exit waits for the cooldown and its turn; it is paid at the value of then.',
    examples: ['bulwark leave 1 MAX', 'bulwark leave 1 --status', 'bulwark leave 1 --claim'],
    args: [
      ['<pool>', 'number or address'],
      ['[amount]', "worth in the pool's asset, or MAX for all shares"],
    ],
    options: [
      ['--status', 'show what waits and what is ready'],
      ['--claim', 'collect what was processed'],
      ['--process', 'process the exits that are due, in their order'],
      ['--process-own <request>', 'process yours out of order, while an incident is open'],
      ['--cancel <request>', 'take an exit back'],
    ],
    sends: true,
    load: async () => (await import('../commands/leave.ts')).leaveCommand,
  },
]
