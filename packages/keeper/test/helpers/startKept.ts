import { type Deployment, describeDeployment } from '@bulwark/sdk'
import { createLogger, type Signer } from '@bulwark/service'
import type { Actor } from '@bulwark/testkit'
import { parseEther, parseGwei } from 'viem'
import type { World } from '../../../sdk/test/helpers/startWorld.ts'
import { Keeper, type KeeperParameters } from '../../src/Keeper.ts'

/** The manifest of a test world. */
export async function deploymentOfWorld(world: World): Promise<Deployment> {
  return describeDeployment(world.client, { name: 'test', startBlock: 1n, addresses: world.addresses })
}

/** An actor as a signer. */
export function signerOf(account: Actor): Signer {
  return { kind: 'keystore', address: account.address, account }
}

/** A keeper that ticks when it is told to. */
export async function startKept(
  world: World,
  { account = world.actors.keeper, ...changed }: Partial<KeeperParameters> & { account?: Actor } = {},
): Promise<Keeper> {
  const keeper = new Keeper({
    ...{ deployment: await deploymentOfWorld(world), rpcUrls: [world.chain.url], signer: signerOf(account) },
    log: createLogger({ service: 'keeper', level: (process.env.KEEPER_LOG as 'debug') ?? 'silent' }),
    ...{ policy: { maxFeePerGas: parseGwei('100'), priorityFee: parseGwei('1') }, dailyBudget: parseEther('100') },
    ...{ readingSeconds: 1, stuckSeconds: 1_000, maxInFlight: 16, batchGas: 12_000_000, dryRun: false, seed: 1 },
    ...changed,
  })
  await keeper.check()
  return keeper
}

/** Ticks until there is nothing urgent or due left to send. */
export async function settleDown(...keepers: readonly Keeper[]): Promise<void> {
  for (let round = 0; round < 60; round++) {
    for (const keeper of keepers) await keeper.tick()
    const idle = keepers.every(({ status: { planned, inFlight } }) => {
      return inFlight === 0 && planned.urgent + planned.soon === 0
    })
    if (idle) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
