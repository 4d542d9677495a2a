/** How a command speaks to the person in front of it: on stderr, so that stdout stays data. */
export type Talk = {
  /** May colour be used? */
  readonly colour: boolean
  /** May the person be asked? */
  readonly asks: boolean
  say(line: string): void
  /** Shows what is being waited for; the returned function takes it away. */
  wait(what: string): () => void
  bold(text: string): string
  dim(text: string): string
  red(text: string): string
}

/** The parameters of {@link createTalk}. */
export type CreateTalkParameters = {
  readonly stderr: NodeJS.WriteStream
  readonly stdin: NodeJS.ReadStream
  readonly env: Readonly<Record<string, string | undefined>>
  /** False if `--no-color` was given. */
  readonly color: boolean
  /** False if `--no-input` was given. */
  readonly input: boolean
  readonly quiet: boolean
}

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']

/**
 * Makes the voice of a command. Without a terminal, with `NO_COLOR`, with `TERM=dumb` or with `--no-color` there is
 * neither colour nor animation.
 *
 * @example
 * const done = talk.wait('Reading the chain')
 */
export function createTalk({ stderr, stdin, env, color, input, quiet }: CreateTalkParameters): Talk {
  const lively = color && stderr.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
  const paint = (code: number) => (text: string) => (lively ? `\u001b[${code}m${text}\u001b[0m` : text)
  const say = (line: string): void => {
    if (!quiet) stderr.write(`${line}\n`)
  }
  const wait = (what: string): (() => void) => {
    if (quiet || !lively) return () => {}
    let frame = 0
    const draw = (): void => {
      stderr.write(`\r${frames[frame++ % frames.length]} ${what} … `)
    }
    draw()
    const timer = setInterval(draw, 80)
    timer.unref()
    return () => {
      clearInterval(timer)
      stderr.write('\r\u001b[K')
    }
  }
  const asks = input && stdin.isTTY === true && stderr.isTTY === true
  return { colour: lively, asks, say, wait, bold: paint(1), dim: paint(2), red: paint(31) }
}
