/** `npx bulwark COMMAND`. */
import { enableCompileCache } from 'node:module'
import { homedir } from 'node:os'

enableCompileCache()
const { runBulwark } = await import('./program/runBulwark.ts')

// Whoever reads may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(process.exitCode ?? 0)
})

const { argv, env, stdin, stdout, stderr } = process
process.exitCode = await runBulwark(argv.slice(2), {
  ...{ env, stdin, stdout, stderr, cwd: process.cwd(), home: homedir() },
})
// Sockets that are kept alive for the next request would keep the process, too.
const ended = () => process.exit()
stdout.writableLength === 0 ? ended() : stdout.once('drain', ended)
