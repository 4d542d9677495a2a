import { createInterface } from 'node:readline/promises'
import { AbortedError, InterruptedError } from '../errors.ts'
import type { Context } from '../program/types.ts'

/**
 * Asks whether to go on; `--yes` answers, and who cannot be asked has not agreed.
 *
 * @throws {AbortedError} if the answer is no, or nobody can be asked.
 * @throws {InterruptedError} on Ctrl-C.
 * @example
 * await confirm(context)
 */
export async function confirm({ options, talk }: Context, question = 'Send?'): Promise<void> {
  if (options.yes === true) return
  if (!talk.asks) {
    throw new AbortedError('Nothing was sent: nobody can be asked here.', {
      advice: 'Look at it with --dry-run, then send it with --yes.',
    })
  }
  const prompt = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const broken = new Promise<never>((_, reject) => {
      prompt.once('SIGINT', () => reject(new InterruptedError('Broken off. Nothing was sent.')))
      prompt.once('close', () => reject(new AbortedError('Nothing was sent.')))
    })
    broken.catch(() => {})
    const answer = await Promise.race([prompt.question(`${question} [y/N] `), broken])
    if (!/^y(es)?$/i.test(answer.trim())) throw new AbortedError('Nothing was sent.')
  } finally {
    prompt.close()
  }
}
