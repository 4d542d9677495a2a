/** How long one tick takes with many risks: `node packages/keeper/bench/tick.ts [RISKS]`. A third are read, not fed. */
import {
  createTriggerListing,
  createVaultLossListing,
  preparePostRates,
  prepareSetAdjudicatorLimit,
  prepareSetBacking,
  prepareSetGroupLimit,
  type TriggerConfig,
} from '@bulwark/sdk'
import { deploy, deployPriceFeed, readForgeArtifact, send, submitRound } from '@bulwark/testkit'
import { type Hash, zeroAddress, zeroHash } from 'viem'
import { day, gas, noLimit, startWorld, wad } from '../../sdk/test/helpers/startWorld.ts'
import { startKept } from '../test/helpers/startKept.ts'
import { sellCovers } from './sellCovers.ts'

const count = Number(process.argv[2] ?? 1_000)
const hour = 3_600n
const world = await startWorld('vaultLossTrigger')
const { actors, addresses, usd, chain } = world
const feed = await deployPriceFeed(chain, { description: 'USDC / USD' })
for (let i = 0; i < 200; i++) {
  await submitRound(feed, { answer: 100_000_000n - BigInt(i % 7), updatedAt: Number((await world.now()) + hour) })
}
const vault = await deploy(chain, { ...(await readForgeArtifact('LossyVault')), args: [usd.address] })
await send(chain, {
  ...usd,
  functionName: 'mint',
  args: [actors.holders[0].address, 10n ** 12n],
  account: actors.holders[0],
})
await send(chain, { ...usd, functionName: 'approve', args: [vault.address, 10n ** 12n], account: actors.holders[0] })
const deposited = [10n ** 12n, actors.holders[0].address]
await send(chain, { ...vault, functionName: 'deposit', args: deposited, account: actors.holders[0] })

const { priceFeedTrigger, vaultLossTrigger } = addresses
const config: TriggerConfig = {
  ...{ feed: feed.proxy, decimals: 8, direction: 'fall', lookback: 0n, heartbeat: day, sequencer: zeroAddress },
  ...{ sequencerGrace: 0n, strike: 95_000_000n, recovery: 98_000_000n, warning: 99_000_000n, par: 100_000_000n },
  ...{ persistence: 6n * hour, table: [] },
}
const levels = { strike: wad / 20n, recovery: wad / 50n, warning: wad / 100n, persistence: 12n * hour }
const wallet = world.walletOf(actors.holders[9])
const pool = await world.newPool()
const listings: bigint[] = []
for (let i = 0; i < count; i++) {
  const isFed = i % 3 !== 0
  const adjudicator = isFed ? priceFeedTrigger : vaultLossTrigger
  const terms = { ...world.terms, adjudicator, grace: 14n * day }
  const wording = `Risk ${i}`
  const made = isFed
    ? createTriggerListing(wallet, { priceFeedTrigger, terms, wording, config, gas })
    : createVaultLossListing(wallet, {
        ...{ vaultLossTrigger, terms, wording, config: { vault: vault.address, leastShares: 10n ** 9n, levels }, gas },
      })
  await mined(made)
  listings.push(BigInt(i + 1))
  if (i % 100 === 99) process.stderr.write(`listed ${i + 1}\n`)
}
for (const [index, listing] of listings.entries()) {
  const group = BigInt(index + 1)
  await chainSend(prepareSetBacking({ pool, listing, class: 0, group, limit: noLimit }))
  await chainSend(prepareSetGroupLimit({ pool, class: 0, group, limit: noLimit }))
}
process.stderr.write('backed\n')
for (const adjudicator of [priceFeedTrigger, vaultLossTrigger]) {
  await chainSend(prepareSetAdjudicatorLimit({ pool, adjudicator, limit: noLimit }))
}
for (let next = 0; next < listings.length; next += 100) {
  const posts = listings.slice(next, next + 100).map((listing) => ({ listing, rate: wad / 50n }))
  const call = preparePostRates({ listings: addresses.listings, posts, dataHash: zeroHash, modelHash: zeroHash })
  await world.mined(world.walletOf(actors.ratePoster).sendTransaction({ ...call, gas }))
}
await world.underwrite(pool, actors.underwriters[0], 10n ** 14n)
await world.wait(day + 60n)
const observer = await startKept(world, { maxInFlight: 64 })
await send(chain, { ...usd, functionName: 'mint', args: [actors.holders[0].address, 1n], account: actors.holders[0] })
for (const [index, listing] of listings.entries()) {
  if (index % 3 !== 0) continue
  const call = { address: vaultLossTrigger, abi: (await readForgeArtifact('VaultLossTrigger')).abi }
  await send(chain, { ...call, functionName: 'observe', args: [listing], account: actors.keeper })
}
await submitRound(feed, { answer: 100_000_000n, updatedAt: Number((await world.now()) + hour) })
await sellCovers(world, { pool, listings, count: 1, amount: 100_000_000n, duration: 30n * day })

const time = async (): Promise<number> => {
  const started = performance.now()
  await observer.tick()
  return performance.now() - started
}
const first = await time()
const ticks: number[] = []
for (let i = 0; i < 20; i++) {
  await chain.test.mine({ blocks: 1 })
  if (i === 10) await submitRound(feed, { answer: 100_000_001n, updatedAt: Number((await world.now()) + hour) })
  ticks.push(await time())
}
ticks.sort((a, b) => a - b)
const figure = (milliseconds: number | undefined) => Math.round(milliseconds ?? 0)
process.stdout.write(
  `${JSON.stringify({ risks: count, firstTickMs: figure(first), medianTickMs: figure(ticks[10]), slowestTickMs: figure(ticks.at(-1)) })}\n`,
)
await world.stop()

async function chainSend(call: { to: `0x${string}`; data: `0x${string}` }): Promise<void> {
  await mined(world.walletOf(actors.curator).sendTransaction({ ...call, gas }))
}

/** Asks for the receipt until it is there: of thousands, viem's own wait misses one. */
async function mined(sent: Promise<Hash>): Promise<void> {
  const hash = await sent
  for (let tries = 0; tries < 2_000; tries++) {
    const receipt = await world.client.getTransactionReceipt({ hash }).catch(() => undefined)
    if (receipt) return
    await new Promise((resolve) => setTimeout(resolve, 3))
  }
}
