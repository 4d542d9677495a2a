import { existsSync } from 'node:fs'
import { checkDeployment } from '@bulwark/sdk'
import { readDeployment } from '@bulwark/service'
import { startAnvil } from '@bulwark/testkit'
import type { Layout } from '../layout.ts'
import { readWorld } from './LocalWorld.ts'
import type { SeededChain } from './seedChain.ts'
import { setClock } from './setClock.ts'

/**
 * Goes on with the local chain that was kept, if there is one.
 *
 * @returns nothing if no chain was kept.
 * @throws {BrokenStateError} if what was kept is not what a stack wrote.
 * @throws {WrongChainError} if the chain is not the one of the manifest.
 * @throws {AnvilPortTakenError} if something listens on `port`.
 */
export async function resumeChain(
  { chainState, world: worldFile, localDeployment }: Layout,
  { port }: { port: number },
): Promise<SeededChain | undefined> {
  if (![chainState, worldFile, localDeployment].every((file) => existsSync(file))) return undefined
  const [world, deployment] = await Promise.all([readWorld(worldFile), readDeployment(localDeployment)])
  const anvil = await startAnvil({ timestamp: 0, stateFile: chainState, port, secondsPerBlock: 0, keepAlive: true })
  try {
    await checkDeployment(anvil.chain.public, deployment)
    const { timestamp } = await anvil.chain.public.getBlock()
    await setClock(anvil.chain, Math.max(Math.floor(Date.now() / 1_000), Number(timestamp) + 1))
    return { anvil, world, deployment }
  } catch (error) {
    await anvil.stop()
    throw error
  }
}
