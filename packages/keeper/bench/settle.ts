/** How long the keeper takes to settle many covers of one incident: `node packages/keeper/bench/settle.ts [COVERS]`. */
import { createLogger } from '@bulwark/service'
import { startWorld } from '../../sdk/test/helpers/startWorld.ts'
import { startKeeper } from '../src/startKeeper.ts'
import { deploymentOfWorld, signerOf } from '../test/helpers/startKept.ts'
import { sellCovers } from './sellCovers.ts'

const count = Number(process.argv[2] ?? 10_000)
const day = 86_400n
const world = await startWorld()
const pool = await world.newPool()
const listing = await world.newListing()
await world.back(pool, listing, listing)
await world.underwrite(pool, world.actors.underwriters[0], 10n ** 14n)

const selling = performance.now()
await sellCovers(world, { pool, listings: [listing], count, amount: 1_000_000_000n, duration: 30n * day })
process.stderr.write(`sold ${count} covers in ${((performance.now() - selling) / 1_000).toFixed(1)} s\n`)
const incident = await world.lose(pool, listing, 10n ** 17n)

const keeper = await startKeeper({
  ...{ deployment: await deploymentOfWorld(world), rpcUrls: [world.chain.url], signer: signerOf(world.actors.keeper) },
  ...{ intervalSeconds: 0.2, dailyBudget: 10n ** 22n },
  log: createLogger({ service: 'keeper', level: (process.env.KEEPER_LOG as 'info') ?? 'error' }),
})
const started = performance.now()
let [settled, gas, transactions] = [0, 0n, 0]
while (settled < count && performance.now() - started < 600_000) {
  await new Promise((resolve) => setTimeout(resolve, 200))
  const events = { address: world.addresses.incidents, ...({ fromBlock: 0n } as const) }
  const logs = await world.client.getContractEvents({
    ...events,
    abi: world.bulwark.incidents.abi,
    eventName: 'CoverSettled',
  })
  settled = logs.length
}
const seconds = (performance.now() - started) / 1_000
await keeper.stop()
const events = { address: world.addresses.incidents, fromBlock: 0n } as const
const logs = await world.client.getContractEvents({
  ...events,
  abi: world.bulwark.incidents.abi,
  eventName: 'CoverSettled',
})
for (const hash of new Set(logs.map(({ transactionHash }) => transactionHash))) {
  gas += (await world.client.getTransactionReceipt({ hash })).gasUsed
  transactions++
}
const figures = { covers: settled, incident: Number(incident), settle10000Seconds: Number(seconds.toFixed(1)) }
process.stdout.write(
  `${JSON.stringify({ ...figures, transactions, gasPerCover: Math.round(Number(gas) / settled), secondsPerThousand: Number(((seconds / settled) * 1_000).toFixed(2)) })}\n`,
)
await world.stop()
