/** `npm start`: the whole stack on this machine, until Ctrl-C. */
import { ServiceError } from '@bulwark/service'
import { TestkitError } from '@bulwark/testkit'
import { BaseError } from 'viem'
import { runDemo } from './demo/runDemo.ts'
import { describeStack } from './describeStack.ts'
import { readOptions, usage } from './options.ts'
import { startStack } from './startStack.ts'

const say = (line: string) => console.error(line)

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options === undefined) return void process.stdout.write(usage)
  const ending = new AbortController()
  const { promise: asked, resolve } = Promise.withResolvers<number>()
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    process.once(signal, () => {
      ending.abort()
      resolve(code)
    })
  }
  const began = performance.now()
  const starting = startStack({ options, say })
  const stack = await Promise.race([starting, asked])
  if (typeof stack === 'number') {
    // Parts that are up by now are ended with the process.
    process.exit(stack)
  }
  say(describeStack(stack.file, { seconds: (performance.now() - began) / 1_000 }))
  const demo = runDemo({ stack, options, signal: ending.signal, say })
  try {
    const code = await Promise.race([asked, stack.failed, demo.then(() => asked)])
    say('\nStopping.')
    await stack.stop()
    process.exit(code)
  } catch (error) {
    ending.abort()
    await stack.stop()
    throw error
  }
}

main().catch((error: unknown) => {
  const known = error instanceof ServiceError || error instanceof TestkitError || error instanceof BaseError
  console.error(known ? error.message : error)
  process.exit(1)
})
