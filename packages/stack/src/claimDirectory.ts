import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { StackRunningError } from './errors.ts'
import type { Layout } from './layout.ts'
import type { StackFile } from './StackFile.ts'

/**
 * Makes sure that no other stack runs in a folder, and makes the folder.
 *
 * @throws {StackRunningError} if one does.
 */
export async function claimDirectory({ directory, mode, logs, stack }: Layout): Promise<void> {
  await mkdir(mode, { recursive: true })
  await mkdir(logs, { recursive: true })
  const pid = await pidIn(stack)
  if (pid !== undefined && pid !== process.pid && lives(pid)) throw new StackRunningError({ directory, pid })
  await rm(stack, { force: true })
}

/** Writes where everything is, for the command line and for people. */
export async function announce({ stack }: Layout, file: StackFile): Promise<void> {
  await writeFile(stack, `${JSON.stringify(file, null, 2)}\n`)
}

async function pidIn(path: string): Promise<number | undefined> {
  try {
    const { pid } = JSON.parse(await readFile(path, 'utf8')) as { pid?: number }
    return typeof pid === 'number' ? pid : undefined
  } catch {
    // No file, or half of one: nobody finished starting here.
    return undefined
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
