import { Command, Option } from 'commander'
import type { CommandSpec } from './types.ts'

/** A command that was asked for, with its words. */
export type Invocation = {
  readonly spec: CommandSpec
  readonly args: Readonly<Record<string, string | undefined>>
  readonly rest: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

/** Where a program speaks. */
export type ProgramHooks = {
  invoked(invocation: Invocation): void
  out(text: string): void
  err(text: string): void
}

/** Options of every command. */
export const commonOptions = [
  ['--json', 'print one JSON object: amounts as decimal strings, a stable schema'],
  ['--plain', 'print tab-separated lines, for cut and awk'],
  ['--no-color', 'no colour and no animation (also NO_COLOR, TERM=dumb)'],
  ['--quiet', 'say nothing on stderr but errors'],
  ['--rpc <url>', 'the node (BULWARK_RPC)'],
  ['--deployment <file>', 'the manifest of the deployment (BULWARK_DEPLOYMENT)'],
  ['--api <url>', 'an HTTP API, where lists may come from (BULWARK_API)'],
  ['--timeout <seconds>', 'how long to wait for a transaction [120]'],
] as const

/** Options of every command that sends transactions. */
export const sendOptions = [
  ['--from <who>', 'who acts: an address, or the name of a keystore (BULWARK_FROM)'],
  ['--keystore <file>', 'the keystore: a name or a path (BULWARK_KEYSTORE)'],
  ['--password-file <file>', 'a file that only you can read, with its password'],
  ['--password-stdin', 'read its password from standard input'],
  ['--signer <url>', 'an external signer in its place, with --from (BULWARK_SIGNER)'],
  ['--dry-run', 'simulate, and send nothing'],
  ['-y, --yes', 'send without asking'],
  ['--no-input', 'never ask; without --yes nothing is sent'],
  ['--max-fee <gwei>', 'the most to pay for a unit of gas'],
  ['--confirmations <count>', 'blocks to wait for [1]'],
] as const

const groups: Readonly<Record<string, string>> = {
  create: 'Create a pool or a listing',
  keystore: 'Keep the keys that sign',
  report: 'Issue and check solvency statements',
  losses: 'Work with a list of losses',
  assess: 'Judge claims with a stake',
  curate: 'Run a pool: limits, fees, pending changes',
}

/**
 * Builds the program from what is known of its commands, without loading any of them.
 *
 * @example
 * createProgram(specs, hooks).parse(['pools'], { from: 'user' })
 */
export function createProgram(specs: readonly CommandSpec[], hooks: ProgramHooks): Command {
  const program = configure(new Command('bulwark'), hooks)
    .description('On-chain cover from the command line: buy it, back it, claim on it, judge it, check it.')
    .version('0.0.0', '-V, --version', 'print the version')
    .helpCommand('help [command]', 'show what a command does')
  examplesFirst(program, [
    'bulwark up                              start a whole stack on this machine',
    'bulwark listings                        what can be insured',
    'bulwark quote 1 1000 --days 30          what it costs',
    'bulwark buy 1 1000 --days 30            buy it',
    'bulwark incidents                       what happened, and what is paid',
  ])
  for (const [flags, about] of [...commonOptions, ...sendOptions]) {
    // Known everywhere, so that they may stand before or behind the command; shown where they mean something.
    program.addOption(new Option(flags, about).hideHelp(!commonOptions.some(([common]) => common === flags)))
  }
  const parents = new Map<string, Command>()
  for (const spec of specs) {
    const [first = '', second] = spec.name.split(' ')
    let parent = program
    if (second !== undefined) {
      parent = parents.get(first) ?? configure(program.command(first), hooks).description(groups[first] ?? '')
      parents.set(first, parent)
    }
    addCommand(parent, second ?? first, spec, hooks)
  }
  return program
}

function addCommand(parent: Command, name: string, spec: CommandSpec, hooks: ProgramHooks): void {
  const command = configure(parent.command(name), hooks)
  command.summary(spec.summary).description(spec.about === undefined ? spec.summary : `${spec.summary}.\n${spec.about}`)
  examplesFirst(command, spec.examples)
  for (const [argument, about] of spec.args ?? []) command.argument(argument, about)
  for (const [flags, about] of spec.options ?? []) command.option(flags, about)
  if (spec.sends) {
    command.addHelpText('after', ['', 'Sending:', ...sendOptions.map(([flags, about]) => row(flags, about))].join('\n'))
  }
  command.action((...called: unknown[]) => {
    const values = called.slice(0, spec.args?.length ?? 0)
    const args: Record<string, string | undefined> = {}
    let rest: readonly string[] = []
    for (const [index, [argument]] of (spec.args ?? []).entries()) {
      const value = values[index]
      if (Array.isArray(value)) rest = value as string[]
      else args[argument.replace(/[<>[\].]/g, '')] = value as string | undefined
    }
    hooks.invoked({ spec, args, rest, options: command.optsWithGlobals() })
  })
}

const row = (flags: string, about: string) => `  ${flags.padEnd(24)}  ${about}`

function examplesFirst(command: Command, examples: readonly string[]): void {
  command.addHelpText('before', ['Examples:', ...examples.map((example) => `  ${example}`), ''].join('\n'))
}

function configure(command: Command, { out, err }: ProgramHooks): Command {
  return command
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .configureOutput({ writeOut: out, writeErr: err, outputError: (text, write) => write(text) })
}
