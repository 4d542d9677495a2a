import { PasswordSourceError } from './errors.ts'

/** The parameters of {@link promptPassword}. */
export type PromptPasswordParameters = {
  question: string
  input: NodeJS.ReadStream
  output: NodeJS.WritableStream
}

/**
 * Asks for a password at a terminal and shows none of it.
 *
 * @throws {PasswordSourceError} if it is broken off by Ctrl-C or Ctrl-D.
 * @example
 * const password = await promptPassword({ question: 'Password: ', input: process.stdin, output: process.stderr })
 */
export async function promptPassword(parameters: PromptPasswordParameters): Promise<string> {
  const { question, input, output } = parameters
  output.write(question)
  input.setRawMode(true)
  input.resume()
  try {
    return await new Promise<string>((resolve, reject) => {
      let typed = ''
      const onData = (chunk: Buffer): void => {
        for (const character of chunk.toString('utf8')) {
          const ended = character === '\r' || character === '\n'
          if (ended || character === '\u0003' || character === '\u0004') {
            input.off('data', onData)
            if (ended) resolve(typed)
            else reject(new PasswordSourceError({ source: 'the prompt', reason: 'it was broken off' }))
            return
          }
          typed = character === '\u007f' || character === '\b' ? [...typed].slice(0, -1).join('') : typed + character
        }
      }
      input.on('data', onData)
    })
  } finally {
    input.setRawMode(false)
    input.pause()
    output.write('\n')
  }
}
