import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { beginOf, compile, deploymentOf } from '@bulwark/replay'
import { type Deployment, formatDeployment } from '@bulwark/sdk'
import { type Logger, readDeployment } from '@bulwark/service'
import {
  type Chain,
  createActors,
  createChain,
  type PriceFeed,
  readRounds,
  startAnvil,
  usdcRoundsFile,
} from '@bulwark/testkit'
import { type Demo, stageDemo } from '../demo/stageDemo.ts'
import type { Layout } from '../layout.ts'
import type { StackOptions } from '../options.ts'
import { fundVisitor } from './fundVisitor.ts'
import { describeWorld, type LocalWorld } from './LocalWorld.ts'
import { resumeChain } from './resumeChain.ts'
import { runClock } from './runClock.ts'
import { seedChain } from './seedChain.ts'

/** The chain of a stack. */
export type OpenChain = {
  readonly rpcUrls: readonly string[]
  readonly deployment: Deployment
  /** What is on a local chain by name; nothing on a chain of others. */
  readonly world: LocalWorld | undefined
  readonly demo: Demo | undefined
  /** Did it go on where it was? */
  readonly resumed: boolean
  stop(): Promise<void>
}

/** The parameters of {@link openChain}. */
export type OpenChainParameters = {
  options: StackOptions
  layout: Layout
  log: Logger
  /** Told what takes a moment. */
  say: (line: string) => void
}

/**
 * Opens the chain of a stack: goes on with the local one, begins it, stages the demo, or takes a chain of others.
 *
 * @throws {FatalError} if there is no manifest, or what was kept is broken.
 * @throws {AnvilPortTakenError} if something listens on the chain's port.
 */
export async function openChain(parameters: OpenChainParameters): Promise<OpenChain> {
  const { options, layout } = parameters
  if (options.mode === 'remote') {
    const deployment = await readDeployment(options.deployment as string)
    await writeFile(layout.deployment, formatDeployment(deployment))
    return {
      rpcUrls: options.rpcUrls,
      deployment,
      world: undefined,
      demo: undefined,
      resumed: true,
      stop: async () => {},
    }
  }
  const opened = options.mode === 'demo' ? await openDemo(parameters) : await openLocal(parameters)
  await copyFile(layout.localDeployment, layout.deployment)
  return opened
}

async function openLocal({ options, layout, log, say }: OpenChainParameters): Promise<OpenChain> {
  if (options.fresh) await rm(layout.mode, { recursive: true, force: true })
  await mkdir(layout.logs, { recursive: true })
  const kept = await resumeChain(layout, { port: options.ports.chain })
  if (kept === undefined) {
    await compile(() => say('Compiling the contracts; this takes half a minute the first time.'))
    say('Playing the history of the local chain: USDC in March 2023.')
  }
  const { anvil, world, deployment } =
    kept ??
    (await seedChain({
      ...{ stateFile: layout.chainState, worldFile: layout.world, deploymentFile: layout.localDeployment },
      ...{ port: options.ports.chain, now: Math.floor(Date.now() / 1_000) },
    }))
  const stopClock = runClock({ chain: anvil.chain, feed: feedOf(anvil.chain, world), log })
  const stop = async () => {
    await stopClock()
    await anvil.stop()
  }
  return { rpcUrls: [anvil.url], deployment, world, demo: undefined, resumed: kept !== undefined, stop }
}

async function openDemo({ options, layout, say }: OpenChainParameters): Promise<OpenChain> {
  await rm(layout.mode, { recursive: true, force: true })
  await mkdir(layout.logs, { recursive: true })
  await compile(() => say('Compiling the contracts; this takes half a minute the first time.'))
  const rounds = await readRounds(usdcRoundsFile)
  const anvil = await startAnvil({ timestamp: beginOf(rounds, 0), port: options.ports.chain, keepAlive: true })
  try {
    say('Playing February and March 2023 up to the 8th.')
    const demo = await stageDemo(anvil.chain)
    await fundVisitor(demo.world)
    const deployment = await deploymentOf(demo.world.bulwark, { name: 'demo' })
    await writeFile(layout.localDeployment, formatDeployment(deployment))
    const world = describeWorld(demo.world)
    return { rpcUrls: [anvil.url], deployment, world, demo, resumed: false, stop: () => anvil.stop() }
  } catch (error) {
    await anvil.stop()
    throw error
  }
}

function feedOf(chain: Chain, { feed }: LocalWorld): PriceFeed {
  const oracle = createActors().feedOracle.address
  return { chain: createChain({ url: chain.url }), ...feed, oracle, decimals: 8, description: 'USDC / USD' }
}
