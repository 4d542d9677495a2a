import type { CommandSpec } from '../program/types.ts'

const passwordOptions = [
  ['--password-file <file>', 'a file that only you can read, with the new password'],
  ['--password-stdin', 'read the new password from standard input'],
] as const

/** Commands that need no chain. */
export const toolSpecs: readonly CommandSpec[] = [
  {
    name: 'keystore create',
    summary: 'Make a new key and keep it encrypted',
    examples: ['bulwark keystore create alice', 'bulwark keystore create alice --password-file secret'],
    args: [['<name>', 'what to call it']],
    options: passwordOptions,
    load: async () => (await import('../commands/keystore.ts')).createKeystoreCommand,
  },
  {
    name: 'keystore list',
    summary: 'List the keystores',
    examples: ['bulwark keystore list'],
    load: async () => (await import('../commands/keystore.ts')).listKeystoresCommand,
  },
  {
    name: 'keystore import',
    summary: 'Encrypt a key of your own, or a keystore of another program',
    about: 'It comes from a file, from standard input, or is typed; never from the command line.',
    examples: ['bulwark keystore import bob --file key.txt', 'bulwark keystore import bob'],
    args: [['<name>', 'what to call it']],
    options: [
      ['--file <file>', 'a file with a private key in hex, or a keystore'],
      ['--old-password-file <file>', 'the password of the keystore that is imported'],
      ...passwordOptions,
    ],
    load: async () => (await import('../commands/keystore.ts')).importKeystoreCommand,
  },
  {
    name: 'keystore address',
    summary: 'The address of a keystore',
    examples: ['bulwark keystore address alice'],
    args: [['<name>', 'its name or path']],
    load: async () => (await import('../commands/keystore.ts')).keystoreAddressCommand,
  },
  {
    name: 'losses prove',
    summary: 'Root, proofs and CID of a list of losses',
    about: 'The list has the columns account and loss, in units of account with at most 18 decimals.',
    examples: ['bulwark losses prove losses.csv --out losses'],
    args: [['<file>', 'the list, CSV']],
    options: [
      ['--out <folder>', 'write proofs.json (a proof of every account) and losses.csv (whose CID is printed) there'],
      ['--merge', 'add up several losses of an account, instead of refusing them'],
    ],
    load: async () => (await import('../commands/losses.ts')).proveLossesCommand,
  },
  {
    name: 'completion',
    summary: 'Print a script that completes commands in a shell',
    examples: ['bulwark completion bash > ~/.local/share/bash-completion/completions/bulwark'],
    args: [['<shell>', 'bash, zsh or fish']],
    words: { shell: ['bash', 'zsh', 'fish'] },
    load: async () => (await import('../commands/completion.ts')).completionCommand,
  },
]
