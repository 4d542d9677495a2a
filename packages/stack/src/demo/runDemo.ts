import { createPublicClient, http } from 'viem'
import type { StackOptions } from '../options.ts'
import type { Stack } from '../startStack.ts'
import { playDemo } from './playDemo.ts'
import { tellClaims } from './tellClaims.ts'

/** The parameters of {@link runDemo}. */
export type RunDemoParameters = {
  stack: Stack
  options: Pick<StackOptions, 'speed' | 'wait'>
  signal: AbortSignal
  say: (line: string) => void
}

/** Plays the demo of a stack, if it has one, and tells of everything that is opened, ruled and paid. */
export async function runDemo({ stack, options, signal, say }: RunDemoParameters): Promise<void> {
  const { demo, rpcUrls } = stack.chain
  if (demo === undefined) return
  const { world } = demo
  const names = new Map([...world.people].map(([name, { address }]) => [address.toLowerCase(), name]))
  for (const { label, address } of stack.file.accounts) names.set(address.toLowerCase(), label)
  const pools = [...world.pools.keys()]
  const stopTelling = tellClaims({
    client: createPublicClient({ transport: http(rpcUrls[0]) }),
    incidents: world.bulwark.incidents.address,
    nameOf: (account) => names.get(account.toLowerCase()) ?? account,
    // A cover's number begins with that of its pool, and pools are counted from one.
    unitOf: (cover) =>
      pools[Number(cover >> 40n) - 1] === 'Lighthouse'
        ? { symbol: 'WETH', decimals: 18 }
        : { symbol: 'USDT', decimals: 6 },
    say,
  })
  try {
    await playDemo({ demo, ...options, signal, say })
    if (!signal.aborted) say('The weekend is over; the stack goes on. Look at your cover: npx bulwark covers')
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
  } finally {
    stopTelling()
  }
}
