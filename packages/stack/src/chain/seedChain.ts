import { writeFile } from 'node:fs/promises'
import { deploymentOf, postRates, runUsdc2023, type World } from '@bulwark/replay'
import { type Deployment, formatDeployment } from '@bulwark/sdk'
import { type Anvil, type Deployed, readRounds, send, submitRound, usdcRoundsFile } from '@bulwark/testkit'
import { type Address, maxUint256, parseEther, parseUnits, zeroAddress } from 'viem'
import { fundVisitor } from './fundVisitor.ts'
import { describeWorld, type LocalWorld, writeWorld } from './LocalWorld.ts'
import { setClock } from './setClock.ts'

const day = 86_400
/** The day after the last one of the story in March and April 2023. */
const storyEnds = Date.UTC(2023, 3, 26) / 1_000

/** The parameters of {@link seedChain}. */
export type SeedChainParameters = {
  /** Where the chain is kept. */
  stateFile: string
  worldFile: string
  deploymentFile: string
  port: number
  /** The machine's time, unix seconds. */
  now: number
}

/** A local chain with a history. */
export type SeededChain = { anvil: Anvil; world: LocalWorld; deployment: Deployment }

/**
 * Begins a local chain: plays the weekend of March 2023 with all that came before and after, moved so that it ended
 * yesterday, and then lets new underwriters and holders come in, so that there is something to look at and to buy.
 *
 * @throws {ArtifactNotFoundError} if the contracts have not been compiled.
 * @throws {AnvilPortTakenError} if something listens on `port`.
 */
export async function seedChain(parameters: SeedChainParameters): Promise<SeededChain> {
  const { stateFile, worldFile, deploymentFile, port, now } = parameters
  const shift = Math.floor((now - day - storyEnds) / day) * day
  const rounds = (await readRounds(usdcRoundsFile)).map((round) => ({ ...round, updatedAt: round.updatedAt + shift }))
  const { anvil, world } = await runUsdc2023({ rounds, shift, port, stateFile, keep: true })
  try {
    await setClock(anvil.chain, now)
    await submitRound(world.feed, { answer: 100_000_000n, updatedAt: now + 1 })
    await postRates(world)
    await addCapital(world)
    await sellCovers(world)
    await fundVisitor(world)
    const deployment = await deploymentOf(world.bulwark)
    const local = describeWorld(world)
    await writeWorld(worldFile, local)
    await writeFile(deploymentFile, formatDeployment(deployment))
    return { anvil, world: local, deployment }
  } catch (error) {
    await anvil.stop()
    throw error
  }
}

type Asset = 'USDT' | 'WETH'

const usd = (amount: string) => parseUnits(amount, 6)

/** Those who were there have left with what was theirs; others come. */
async function addCapital(world: World): Promise<void> {
  const [, , , , , , first, second, third] = world.chain.actors.underwriters
  await deposit(world, 'Harbour', 'USDT', first.address, usd('2500000'))
  await deposit(world, 'Harbour', 'USDT', second.address, usd('750000'))
  await deposit(world, 'Lighthouse', 'WETH', third.address, parseEther('400'))
}

async function deposit(world: World, pool: string, asset: Asset, who: Address, amount: bigint): Promise<void> {
  const contract = await give(world, pool, asset, who, amount)
  await send(world.chain, { ...contract, functionName: 'deposit', args: [amount, who], account: who })
}

/** Gives somebody units of an asset and lets the pool take them. */
async function give(world: World, pool: string, asset: Asset, who: Address, amount: bigint): Promise<Deployed> {
  const { chain, tokens } = world
  const contract = world.pools.get(pool) as Deployed
  await send(chain, { ...tokens[asset], functionName: 'mint', args: [who, amount], account: chain.actors.deployer })
  await send(chain, { ...tokens[asset], functionName: 'approve', args: [contract.address, maxUint256], account: who })
  return contract
}

async function sellCovers(world: World): Promise<void> {
  const [, , , , , , first, second, third] = world.chain.actors.holders
  await buy(world, {
    pool: 'Harbour',
    asset: 'USDT',
    who: first.address,
    listing: 'near',
    amount: usd('50000'),
    days: 90,
  })
  await buy(world, {
    pool: 'Harbour',
    asset: 'USDT',
    who: second.address,
    listing: 'far',
    amount: usd('120000'),
    days: 60,
  })
  await buy(world, {
    ...{ pool: 'Harbour', asset: 'USDT', who: third.address, listing: 'lending' },
    ...{ amount: usd('200000'), days: 180 },
  })
  await buy(world, {
    ...{ pool: 'Lighthouse', asset: 'WETH', who: second.address, listing: 'near' },
    ...{ amount: parseEther('25'), days: 30 },
  })
}

type Sale = { pool: string; asset: Asset; who: Address; listing: string; amount: bigint; days: number }

async function buy(world: World, { pool, asset, who, listing, amount, days }: Sale): Promise<void> {
  const contract = await give(world, pool, asset, who, amount)
  const purchase = {
    ...{ listing: Number(world.listings.get(listing)), duration: days * day, amount, owner: who },
    ...{ account: zeroAddress, maxPremium: maxUint256, deadline: maxUint256, referrer: zeroAddress, referrerFee: 0 },
    quote: '0x',
  }
  const { bulwark } = world
  const errors = [...bulwark.incidents.abi, ...bulwark.listings.abi]
  await send(world.chain, { ...contract, functionName: 'buy', args: [purchase], account: who, errors })
}
