import type { CommandSpec } from '../program/types.ts'

const insured = [
  ['--days <days>', 'whole days of cover'],
  ['--pool <pool>', 'the pool: number or address [the cheapest]'],
  ['--asset <asset>', 'the asset to insure in: symbol or address'],
  ['--protect <address>', 'the protected account, where the listing has one [the owner]'],
  ['--quote <hex>', 'the signed quote, where the listing is sold by them'],
] as const
const what = [
  ['<listing>', 'number of the listing'],
  ['<amount>', 'sum insured, as in 1000 or 1000.5'],
] as const

/** Commands of who insures. */
export const tradeSpecs: readonly CommandSpec[] = [
  {
    name: 'quote',
    summary: 'What a cover costs now',
    examples: ['bulwark quote 1 1000 --days 30', 'bulwark quote 1 1000 --days 30 --asset USDC --json'],
    args: what,
    options: insured,
    load: async () => (await import('../commands/quote.ts')).quoteCommand,
  },
  {
    name: 'buy',
    summary: 'Buy a cover',
    about: 'Approves exactly the highest premium, and buys at no more than that.',
    examples: ['bulwark buy 1 1000 --days 30', 'bulwark buy 1 1000 --days 30 --max-premium 2.5 --dry-run'],
    args: what,
    options: [
      ...insured,
      ['--max-premium <amount>', 'the most to pay in all [1 % above the quote]'],
      ['--owner <address>', 'who gets the cover [who acts]'],
      ['--consent-from <keystore>', 'the keystore of a protected account other than the owner: it signs its consent'],
      ['--consent-password-file <file>', 'a file that only you can read, with the password of that keystore'],
      ['--without-consent', 'buy although the protected account, not the owner, will be paid'],
    ],
    sends: true,
    load: async () => (await import('../commands/buy.ts')).buyCommand,
  },
  {
    name: 'extend',
    summary: 'Move the end of a cover',
    examples: ['bulwark extend 1099511627777 --days 30'],
    args: [['<cover>', 'id of the cover']],
    options: [
      ['--days <days>', 'whole days by which its end moves'],
      ['--max-premium <amount>', 'the most to pay in all [1 % above the quote]'],
    ],
    sends: true,
    load: async () => (await import('../commands/extend.ts')).extendCommand,
  },
  {
    name: 'cancel',
    summary: 'Give a cover up, or part of it, for what is left of its premium',
    examples: ['bulwark cancel 1099511627777', 'bulwark cancel 1099511627777 --amount 500'],
    args: [['<cover>', 'id of the cover']],
    options: [
      ['--amount <amount>', 'give up only so much of the sum insured'],
      ['--min-refund <amount>', 'the least to get back [1 % below what it is now]'],
    ],
    sends: true,
    load: async () => (await import('../commands/cancel.ts')).cancelCommand,
  },
  {
    name: 'consent',
    summary: 'Agree, as the protected account, that the owner of a cover is paid',
    examples: ['bulwark consent 1099511627777 --from alice', 'bulwark consent 1099511627777 --revoke --from alice'],
    args: [['<cover>', 'id of the cover']],
    options: [['--revoke', 'take it back: counts for losses a week later']],
    sends: true,
    load: async () => (await import('../commands/consent.ts')).consentCommand,
  },
]
