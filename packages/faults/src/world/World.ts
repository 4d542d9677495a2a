import { type Deployment, type PreparedCall, parseDeployment } from '@bulwark/sdk'
import type { Anvil, Chain } from '@bulwark/testkit'
import { type Address, encodeFunctionData, parseAbi, toHex } from 'viem'
import type { FlightOptions } from './flightsOf.ts'
import type { Ground } from './startGround.ts'
import type { Template, WorldFeed } from './Template.ts'

const aggregatorAbi = parseAbi([
  'function latestRound() view returns (uint256)',
  'function submit(uint256 roundId, int256 answer)',
])
const gwei = 10n ** 9n
/** More than any block takes in a spike: people here do not wait. */
const anyFee = { maxFeePerGas: 20_000n * gwei, maxPriorityFeePerGas: gwei }

/** The chain of a seed: what people and oracles do to it, and how its time passes. */
export class World {
  readonly anvil: Anvil
  readonly chain: Chain
  readonly template: Template
  readonly deployment: Deployment
  /** The newest block of the template: nothing below it can be taken back. */
  readonly floor: bigint
  /** Prices that the oracles see, in the order of the listings. */
  prices: readonly [bigint, bigint]
  /** Are transactions mined as they come? */
  isMining = true
  blocks = 0
  /** Which flights there are; the same for whoever is told of them. */
  readonly flightOptions: FlightOptions
  private readonly publishedAt: [bigint, bigint] = [0n, 0n]

  private constructor(anvil: Anvil, template: Template, floor: bigint, flightOptions: FlightOptions) {
    this.flightOptions = flightOptions
    this.anvil = anvil
    this.chain = anvil.chain
    this.template = template
    this.deployment = parseDeployment(template.deployment)
    this.floor = floor
    this.prices = [template.depegs[0].par, template.depegs[1].par]
  }

  /** The world as it was deployed, whatever the seed before made of it. */
  static async open({ anvil, template, ground }: Ground, flights: FlightOptions = {}): Promise<World> {
    const { test } = anvil.chain
    const request = (method: string, params: readonly unknown[]) => test.request({ method, params } as never)
    await test.setAutomine(true)
    await request('anvil_dropAllTransactions', [])
    await request('evm_revert', [ground.snapshot])
    ground.snapshot = (await request('evm_snapshot', [])) as `0x${string}`
    await request('evm_setTime', [toHex(template.time)])
    await test.setNextBlockBaseFeePerGas({ baseFeePerGas: gwei })
    return new World(anvil, template, await anvil.chain.public.getBlockNumber(), flights)
  }

  async now(): Promise<bigint> {
    return (await this.chain.public.getBlock()).timestamp
  }

  /** What a contract of the deployment is at. */
  at(name: keyof Deployment['contracts']): Address {
    return this.deployment.contracts[name]?.address as Address
  }

  /** Sends a call as somebody, if it would succeed now; whether it is mined is another matter. */
  async submit(account: { address: Address }, { to, data, value }: PreparedCall): Promise<boolean> {
    try {
      await this.chain.public.call({ account: account.address, to, data, value, gas: 2n ** 24n })
    } catch {
      return false
    }
    const transaction = { account: account.address, to, data, value, gas: 8_000_000n, ...anyFee }
    await this.chain.wallet.sendTransaction(transaction)
    if (this.isMining) this.blocks++
    return true
  }

  /** Lets time pass, and the oracles report what they see. */
  async advance(seconds: bigint): Promise<void> {
    const until = (await this.now()) + seconds
    // No feed is silent for longer than its heartbeat.
    const most = (this.template.depegs[0].heartbeat * 3n) / 4n
    for (let now = await this.now(); now < until; now = await this.now()) {
      await this.dateNext(now + most < until ? now + most : until)
      await this.publish()
    }
  }

  /** A block of its own, so long after the newest one. */
  async mine(seconds: bigint): Promise<void> {
    await this.dateNext((await this.now()) + seconds)
    await this.chain.test.mine({ blocks: 1 })
    this.blocks++
  }

  /** A jump over months in which nothing is reported and nobody buys. */
  async leap(until: bigint): Promise<void> {
    const now = await this.now()
    if (until > now) await this.mine(until - now)
  }

  /** Takes blocks back and puts empty ones in their place, no earlier than what was there. */
  async reorganise(depth: number): Promise<number> {
    const { number, timestamp } = await this.chain.public.getBlock()
    const possible = Number(number - this.floor) - 1
    const taken = Math.min(depth, possible)
    if (taken < 1) return 0
    await this.chain.test.request({ method: 'anvil_reorg', params: [taken, []] } as never)
    const after = await this.now()
    await this.mine(timestamp > after ? timestamp + 1n - after : 1n)
    return taken
  }

  async setMining(isMining: boolean): Promise<void> {
    await this.chain.test.setAutomine(isMining)
    this.isMining = isMining
    if (isMining) await this.mine(1n)
  }

  async setBaseFee(fee: bigint): Promise<void> {
    await this.chain.test.setNextBlockBaseFeePerGas({ baseFeePerGas: fee })
  }

  /** Dates the next block, whosever it is. A keeper may have made one in between that is as late. */
  private async dateNext(time: bigint): Promise<void> {
    try {
      await this.chain.test.setNextBlockTimestamp({ timestamp: time })
    } catch (error) {
      if (!(error as { details?: string }).details?.startsWith('Timestamp error')) throw error
    }
  }

  /** A round of every feed that has something to say. */
  private async publish(): Promise<void> {
    const before = this.blocks
    const now = await this.now()
    for (const index of [0, 1] as const) {
      const { feed, par, heartbeat } = this.template.depegs[index]
      const isQuiet = this.prices[index] === par && now < this.publishedAt[index] + heartbeat / 2n
      if (index === 1 && isQuiet && now >= this.publishedAt[index]) continue
      if (await this.submitRound(feed, this.prices[index])) this.publishedAt[index] = now
    }
    if (this.blocks === before) await this.mine(0n)
  }

  private async submitRound(feed: WorldFeed, answer: bigint): Promise<boolean> {
    const contract = { address: feed.aggregator, abi: aggregatorAbi } as const
    const round = (await this.chain.public.readContract({ ...contract, functionName: 'latestRound' })) + 1n
    const data = encodeFunctionData({ ...contract, functionName: 'submit', args: [round, answer] })
    return this.submit({ address: feed.oracle }, { to: feed.aggregator, data, value: 0n })
  }
}
