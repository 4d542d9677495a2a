import { existsSync } from 'node:fs'
import { http } from 'viem'
import { foundry } from 'viem/chains'
import { accountCount, mnemonic } from './createActors.ts'
import { type Chain, createChain } from './createChain.ts'
import { explainFailure } from './internal/explainFailure.ts'
import { launchAnvil } from './internal/launchAnvil.ts'

/** The parameters of {@link startAnvil}. */
export type StartAnvilParameters = {
  /** The time of the first two blocks, 0 and 1, in Unix seconds. */
  timestamp: number
  /** The port to listen on, at 127.0.0.1. @default a free one */
  port?: number
  /** @default 31337 */
  chainId?: number
  /**
   * How many seconds after its predecessor a block is dated unless its time is set. With 0 it is the machine's clock
   * that runs on, which is right for a chain to look at and wrong for a test: two blocks may then share a second.
   * @default 1
   */
  secondsPerBlock?: number
  /** Whether the running anvil keeps this process from ending when it has nothing else to do. @default false */
  keepAlive?: boolean
  /**
   * A file that the chain is written to when it is stopped, and every half minute, and goes on from if it is there; then
   * `timestamp` is not used, and what was true at earlier blocks is known no more, but for events. @default none: the
   * chain is gone with the process
   */
  stateFile?: string
}

/** A running anvil. */
export type Anvil = {
  readonly url: string
  readonly port: number
  readonly chain: Chain
  /** The process id. */
  readonly pid: number
  /** Ends it and waits until it is gone. May be called again. */
  stop(): Promise<void>
}

/**
 * Starts an anvil with a fixed mnemonic and 60 funded accounts, and waits until it answers and has mined a block.
 * It ends with this process at the latest, unless that is killed by SIGKILL.
 *
 * Dates are given by block, not by the machine's clock (see `secondsPerBlock`), so the same calls give the same chain.
 * anvil then ignores `increaseTime` and the interval of `mine`: use {@link increaseTo} or `setNextBlockTimestamp`.
 *
 * @throws {AnvilNotFoundError} if there is no anvil to run.
 * @throws {AnvilPortTakenError} if something listens on `port`.
 * @throws {AnvilExitedError} if anvil ends for another reason. Requests throw it too if anvil ends later.
 * @throws {AnvilTimeoutError} if it does not answer within 20 seconds.
 * @example
 * const { chain, stop } = await startAnvil({ timestamp: 1_668_900_000 })
 * await chain.public.getBlock()
 * await stop()
 */
export async function startAnvil(parameters: StartAnvilParameters): Promise<Anvil> {
  const {
    timestamp,
    port: wantedPort = 0,
    chainId = foundry.id,
    secondsPerBlock = 1,
    keepAlive = false,
    stateFile,
  } = parameters
  const goesOn = stateFile !== undefined && existsSync(stateFile)
  // A chain that goes on takes the machine's clock.
  const begin = goesOn ? {} : { timestamp }
  const options = { host: '127.0.0.1', 'chain-id': chainId, ...begin, accounts: accountCount, mnemonic }
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  const kept = stateFile === undefined ? [] : ['--state', stateFile, '--state-interval', '30']
  const { pid, port, failure, unref, stop } = await launchAnvil(
    wantedPort,
    [...flags, ...kept, '--no-request-size-limit'],
    { stopsBy: stateFile === undefined ? 'SIGKILL' : 'SIGTERM' },
  )
  try {
    const url = `http://127.0.0.1:${port}`
    const transport = explainFailure(http(url, { retryCount: 0 }), failure)
    const chain = createChain({ url, chainId, transport })
    // A call at genesis would see the timestamp 1.
    if (!goesOn) {
      await chain.test.setNextBlockTimestamp({ timestamp: BigInt(timestamp) })
      await chain.test.mine({ blocks: 1 })
    }
    if (secondsPerBlock > 0) await chain.test.setBlockTimestampInterval({ interval: secondsPerBlock })
    if (!keepAlive) unref()
    return { url, port, chain, pid, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
