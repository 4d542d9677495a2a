import { deploymentOf } from '@bulwark/replay'
import { createLogger } from '@bulwark/service'
import type { Actor, Bulwark } from '@bulwark/testkit'
import { parseEther, parseGwei } from 'viem'
import { Keeper, type KeeperParameters } from '../../src/Keeper.ts'
import { signerOf } from './startKept.ts'

/** A keeper of a whole deployment that ticks when it is told to. */
export async function keeperOf(
  bulwark: Bulwark,
  { account = bulwark.chain.actors.keeper, ...changed }: Partial<KeeperParameters> & { account?: Actor } = {},
): Promise<Keeper> {
  const keeper = new Keeper({
    ...{ deployment: await deploymentOf(bulwark), rpcUrls: [bulwark.chain.url], signer: signerOf(account) },
    log: createLogger({ service: 'keeper', level: (process.env.KEEPER_LOG as 'debug') ?? 'silent' }),
    ...{ policy: { maxFeePerGas: parseGwei('100'), priorityFee: parseGwei('1') }, dailyBudget: parseEther('100') },
    ...{ readingSeconds: 1, stuckSeconds: 1_000, maxInFlight: 16, batchGas: 12_000_000, dryRun: false, seed: 1 },
    ...changed,
  })
  await keeper.check()
  return keeper
}

/** How many transactions of a keeper ended in each way, by `job/state`. */
export async function sentBy(keeper: Keeper): Promise<Readonly<Record<string, number>>> {
  const metrics = await keeper.metrics.registry.getMetricsAsJSON()
  const { values } = metrics.find(({ name }) => name === 'bulwark_keeper_transactions_total') as unknown as {
    values: { labels: { job: string; state: string }; value: number }[]
  }
  return Object.fromEntries(values.map(({ labels: { job, state }, value }) => [`${job}/${state}`, value]))
}

/** Ticks so often. */
export async function tick(keeper: Keeper, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    await keeper.tick()
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
