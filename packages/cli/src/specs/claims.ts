import type { CommandSpec } from '../program/types.ts'

const stakeAbout = 'Judging wrong, or not revealing, costs part of the stake.'

/** Commands of who claims, proves, settles and judges. */
export const claimSpecs: readonly CommandSpec[] = [
  {
    name: 'claim',
    summary: 'Assert, with a bond, that what a cover insures has happened',
    about: 'For listings on which people rule; the others are proven: `bulwark prove trigger`.',
    examples: [
      'bulwark claim 1099511627777 --ratio 50% --at 2026-03-11T07:00:00Z --evidence ipfs://bafy…',
      'bulwark claim 1099511627777 --ratio 100% --at 1773212400 --dry-run',
    ],
    args: [['<cover>', 'id of a cover on the risk']],
    options: [
      ['--ratio <percent>', 'part of the sum insured that was lost, as in 50%'],
      ['--at <time>', 'when: 2026-03-11T07:00:00Z, or Unix seconds'],
      ['--evidence <text>', 'a reference to the evidence, kept in the event'],
      ['--root <hex>', 'root of the list of losses, where the listing asks for one'],
      ['--loss-sum <number>', 'sum of that list, in units of 1e-18'],
    ],
    sends: true,
    load: async () => (await import('../commands/claim.ts')).claimCommand,
  },
  {
    name: 'prove trigger',
    summary: 'Show a trigger what is on chain: it opens an incident, or rules on it',
    examples: ['bulwark prove trigger 1', 'bulwark prove trigger 1 --pool 2 --dry-run'],
    args: [['<listing>', 'number of the listing']],
    options: [
      ['--pool <pool>', 'a pool that has sold cover on it [any]'],
      ['--rounds <count>', 'how many rounds of a feed to look through [1000]'],
    ],
    sends: true,
    load: async () => (await import('../commands/prove.ts')).proveTriggerCommand,
  },
  {
    name: 'prove holding',
    summary: 'Prove what an account held when a loss occurred',
    examples: ['bulwark prove holding 1 --account 0x70997970C51812dc3A010C7d01b50e0d17dc79C8'],
    args: [['<incident>', 'number of the incident']],
    options: [
      ['--account <address>', 'whose holding [who acts]'],
      ['--nfts <ids>', 'ids that it held, with commas, where NFTs are insured'],
      ['--round <number>', "the feed's round at the loss, where a feed values the token"],
    ],
    sends: true,
    load: async () => (await import('../commands/prove.ts')).proveHoldingCommand,
  },
  {
    name: 'settle',
    summary: 'Take a ruling, and pay the covers of what was granted',
    about: 'All that are left, or those that are named; anybody may, and the holders are paid.',
    examples: ['bulwark settle 1', 'bulwark settle 1 1099511627777 1099511627778'],
    args: [
      ['<incident>', 'number of the incident'],
      ['[covers...]', 'ids of covers'],
    ],
    options: [['--proofs <file>', 'the proofs.json of a list of losses, where one was ruled']],
    sends: true,
    load: async () => (await import('../commands/settle.ts')).settleCommand,
  },
  {
    name: 'assess queue',
    summary: 'The open cases, and where you stand in each',
    examples: ['bulwark assess queue'],
    options: [
      ['--all', 'settled ones, too'],
      ['--from <who>', 'who: an address, or the name of a keystore'],
    ],
    load: async () => (await import('../commands/assess.ts')).queueCommand,
  },
  {
    name: 'assess stake',
    summary: 'Put tokens at stake, to judge with them',
    about: stakeAbout,
    examples: ['bulwark assess stake 1000'],
    args: [['<amount>', 'tokens, or MAX']],
    sends: true,
    load: async () => (await import('../commands/assess.ts')).stakeCommand,
  },
  {
    name: 'assess unstake',
    summary: 'Ask for stake back, and take it when its time has come',
    examples: ['bulwark assess unstake 1000', 'bulwark assess unstake --withdraw'],
    args: [['[amount]', 'tokens, or MAX']],
    options: [['--withdraw', 'take what was asked for']],
    sends: true,
    load: async () => (await import('../commands/assess.ts')).unstakeCommand,
  },
  {
    name: 'assess commit',
    summary: 'Commit to an award without showing it',
    about: `What reveals it is kept in a file before anything is sent. ${stakeAbout}`,
    examples: ['bulwark assess commit 1 --award 100% --reason "the contract was drained"'],
    args: [['<incident>', 'number of the incident']],
    options: [
      ['--award <percent>', 'part of what is claimed, as in 80%'],
      ['--reason <text>', 'why; its hash is published'],
      ['--secret <file>', 'where to keep what reveals it [the data folder]'],
    ],
    sends: true,
    load: async () => (await import('../commands/assess.ts')).commitCommand,
  },
  {
    name: 'assess reveal',
    summary: 'Show the award that you committed to',
    examples: ['bulwark assess reveal 1'],
    args: [['<incident>', 'number of the incident']],
    options: [['--secret <file>', 'what `assess commit` kept [the data folder]']],
    sends: true,
    load: async () => (await import('../commands/assess.ts')).revealCommand,
  },
  {
    name: 'assess collect',
    summary: 'Collect what you earned by judging',
    examples: ['bulwark assess collect'],
    sends: true,
    load: async () => (await import('../commands/assess.ts')).collectCommand,
  },
]
