import { type Address, type Hex, parseEventLogs } from 'viem'
import type { Deployed } from '../deploy.ts'
import { send } from '../send.ts'
import type { Bulwark } from './deployBulwark.ts'

/** What a pool is created with; what is left out is design's first number. */
export type CreatePoolParameters = {
  asset: Address
  name: string
  symbol: string
  /** @default the curator */
  curator?: { address: Address }
  /** Seconds. @default 14 days */
  cooldown?: number
  /** Correlation across classes, WAD. @default 0.25 */
  r?: bigint
  /** Charge on the amount insured, WAD per year. @default 0.2 % */
  kappa?: bigint
  classes: readonly { rho: bigint; maxLossProbability: bigint }[]
  /** Calls that the curator wants made before anybody can deposit. @default none */
  setup?: readonly Hex[]
}

/**
 * Creates a pool through the factory.
 *
 * @throws {TransactionRevertedError} if a parameter is out of its bounds.
 * @example
 * const pool = await createPool(bulwark, { asset: usd.address, name: 'Depeg pool', symbol: 'DP', classes })
 */
export async function createPool(bulwark: Bulwark, parameters: CreatePoolParameters): Promise<Deployed> {
  const { chain, factory, pool } = bulwark
  const { curator = chain.actors.curator, cooldown = 14 * 86_400, r = 250_000_000_000_000_000n } = parameters
  const { asset, name, symbol, kappa = 2_000_000_000_000_000n, classes, setup = [] } = parameters
  const receipt = await send(chain, {
    ...factory,
    functionName: 'createPool',
    args: [pool.bytecode, { asset, curator: curator.address, name, symbol, cooldown, r, kappa, classes }, setup],
    account: curator,
    errors: pool.abi,
  })
  const [created] = parseEventLogs({ abi: factory.abi, logs: receipt.logs, eventName: 'PoolCreated' })
  const { pool: address } = (created as unknown as { args: { pool: Address } }).args
  return { address, abi: pool.abi }
}
