import { UsageError } from '../errors.ts'
import { commonOptions, sendOptions } from '../program/createProgram.ts'
import { argumentOf } from '../program/inputs.ts'
import type { Context, Result } from '../program/types.ts'
import { specs } from '../specs/specs.ts'

/** The shells that commands can be completed in. */
export const shells = ['bash', 'zsh', 'fish'] as const

/**
 * `bulwark completion`: a script that completes commands and options in a shell.
 *
 * @example
 * const { view } = await completionCommand(context)
 */
export async function completionCommand(context: Context): Promise<Result> {
  const shell = argumentOf(context, 'shell')
  const write = { bash, zsh, fish }[shell as (typeof shells)[number]]
  if (write === undefined) {
    throw new UsageError(`There is no completion for ${JSON.stringify(shell)}.`, {
      advice: `There is one for ${shells.join(', ')}.`,
    })
  }
  const script = write(words())
  return { data: { shell, script }, view: [{ text: script }] }
}

type Words = ReadonlyMap<string, readonly string[]>

/** What may follow each beginning of a command line. */
function words(): Words {
  const map = new Map<string, string[]>([['', ['help']]])
  const add = (key: string, word: string): void => {
    const list = map.get(key) ?? []
    if (!list.includes(word)) list.push(word)
    map.set(key, list)
  }
  const flagsOf = (flags: string) => flags.match(/--[a-z-]+/)?.[0] ?? ''
  for (const { name, options = [], sends, words: given = {} } of specs) {
    const [first = '', second] = name.split(' ')
    add('', first)
    if (second !== undefined) add(first, second)
    const all = [...options, ...commonOptions, ...(sends ? sendOptions : [])]
    for (const [flags] of all) add(name, flagsOf(flags))
    for (const list of Object.values(given)) for (const word of list) add(name, word)
  }
  return map
}

const cases = (map: Words) => [...map].map(([key, list]) => `    '${key}') words='${list.join(' ')}' ;;`).join('\n')

function bash(map: Words): string {
  return `# bulwark completion bash > ~/.local/share/bash-completion/completions/bulwark
_bulwark() {
  local current=\${COMP_WORDS[COMP_CWORD]} key='' word words=''
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) ;; *) [ "$(wc -w <<< "$key")" -lt 2 ] && key="\${key:+$key }$word" ;; esac
  done
  _bulwark_words "$key"
  [ -z "$words" ] && _bulwark_words "\${key%% *}"
  case "$current" in -*) ;; *) [ -n "$key" ] && [ "\${words#--}" != "$words" ] && return ;; esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
_bulwark_words() {
  words=''
  case "$1" in
${cases(map)}
  esac
}
complete -o default -F _bulwark bulwark`
}

function zsh(map: Words): string {
  return `#compdef bulwark
# bulwark completion zsh > "\${fpath[1]}/_bulwark"
_bulwark() {
  local key='' word words_=''
  for word in \${words[2,CURRENT-1]}; do
    [[ $word == -* ]] || (( \${#\${=key}} >= 2 )) || key="\${key:+$key }$word"
  done
  _bulwark_words "$key"
  [[ -z $words_ ]] && _bulwark_words "\${key%% *}"
  compadd -- \${=words_}
}
_bulwark_words() {
  case "$1" in
${cases(map).replaceAll(' words=', ' words_=')}
  esac
}
compdef _bulwark bulwark`
}

function fish(map: Words): string {
  const lines = [...map].flatMap(([key, list]) => {
    const seen = key === '' ? '__fish_use_subcommand' : `__bulwark_at ${key}`
    return list.map((word) =>
      word.startsWith('--')
        ? `complete -c bulwark -n '${seen}' -l ${word.slice(2)}`
        : `complete -c bulwark -f -n '${seen}' -a ${word}`,
    )
  })
  return `# bulwark completion fish > ~/.config/fish/completions/bulwark.fish
function __bulwark_at
  set -l typed (string match -v -- '-*' (commandline -opc))
  test "$typed[2..(math (count $argv) + 1)]" = "$argv"
end
${lines.join('\n')}`
}
