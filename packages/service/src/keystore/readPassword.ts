import { open } from 'node:fs/promises'
import { PasswordSourceError } from './errors.ts'
import { promptPassword } from './promptPassword.ts'

/** Where a password comes from. Never a flag or a variable of the environment: other processes can read those. */
export type PasswordSource = 'prompt' | 'stdin' | { readonly file: string }

/** The parameters of {@link readPassword}. */
export type ReadPasswordOptions = {
  /** What the prompt asks. @default 'Password: ' */
  question?: string | undefined
  input?: NodeJS.ReadStream | undefined
  output?: NodeJS.WritableStream | undefined
}

/**
 * Reads a password: one line of a file that only its owner can read, or of standard input, or typed at a terminal
 * without being shown.
 *
 * @throws {PasswordSourceError} if there is none there, if others could read the file, or if there is no terminal.
 * @example
 * const password = await readPassword({ file: '/run/secrets/keeper' })
 */
export async function readPassword(source: PasswordSource, options: ReadPasswordOptions = {}): Promise<string> {
  const { question = 'Password: ', input = process.stdin, output = process.stderr } = options
  if (source === 'prompt') {
    if (!input.isTTY) throw new PasswordSourceError({ source: 'a prompt', reason: 'this is not a terminal' })
    return demand(await promptPassword({ question, input, output }), 'the prompt')
  }
  if (source === 'stdin') return demand(await readStream(input), 'standard input')
  return demand(await readOwnFile(source.file), source.file)
}

function demand(text: string, source: string): string {
  // An editor ends a file with a line feed that nobody means.
  const password = text.replace(/\r?\n$/, '')
  if (password === '') throw new PasswordSourceError({ source, reason: 'it is empty' })
  if (/[\r\n]/.test(password)) throw new PasswordSourceError({ source, reason: 'it has more than one line' })
  return password
}

async function readStream(input: NodeJS.ReadStream): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of input) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

async function readOwnFile(path: string): Promise<string> {
  let file: Awaited<ReturnType<typeof open>>
  try {
    file = await open(path, 'r')
  } catch (cause) {
    throw new PasswordSourceError({ source: path, reason: 'it cannot be opened', cause })
  }
  try {
    const { mode, size } = await file.stat()
    // As ssh does with keys: a secret that everybody can read is none.
    if ((mode & 0o077) !== 0 && process.platform !== 'win32') {
      throw new PasswordSourceError({ source: path, reason: 'others can read it (chmod 600)' })
    }
    if (size > 4_096) throw new PasswordSourceError({ source: path, reason: 'it is longer than 4,096 bytes' })
    return await file.readFile('utf8')
  } finally {
    await file.close()
  }
}
