import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CompilationError, ForgeNotFoundError } from '../errors.ts'

/** What forge says when it has something to compile, before it does. */
const begins = 'Compiling '

const root = join(import.meta.dirname, '../../../..')

/**
 * Compiles what a story deploys; quiet unless it fails. The compiler ends with this process at the latest.
 *
 * @param onSlow called if there is something to compile.
 * @throws {ForgeNotFoundError} if there is no forge to run.
 * @throws {CompilationError} if the contracts do not compile.
 */
export async function compile(onSlow: () => void): Promise<void> {
  const installed = join(root, 'node_modules/.bin/forge')
  // A process group of its own: forge starts the compiler, and killing forge alone would leave that behind.
  const forge = spawn(existsSync(installed) ? installed : 'forge', ['build', 'contracts/src', 'contracts/test/mocks'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = () => {
    if (forge.pid !== undefined && forge.exitCode === null) process.kill(-forge.pid, 'SIGKILL')
  }
  process.on('exit', kill)
  try {
    let output = ''
    for (const stream of [forge.stdout, forge.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        // A busy machine is no reason to say so: what counts is whether the compiler starts.
        if (!output.includes(begins) && (output + chunk).includes(begins)) onSlow()
        output += chunk
      })
    }
    const [code] = await once(forge, 'close').catch((cause) => {
      throw new ForgeNotFoundError({ cause })
    })
    if (code !== 0) throw new CompilationError({ output })
  } finally {
    process.off('exit', kill)
  }
}
