/** `npm run merkle -- FILE.csv`: the older name of `bulwark losses prove`. */
import { homedir } from 'node:os'
import { runBulwark } from './program/runBulwark.ts'

const { argv, env, stdin, stdout, stderr } = process
process.exitCode = await runBulwark(['losses', 'prove', ...argv.slice(2)], {
  ...{ env, stdin, stdout, stderr, cwd: process.cwd(), home: homedir() },
})
