import {
  createPublicClient,
  createTestClient,
  createWalletClient,
  defineChain,
  http,
  type PublicClient,
  type TestClient,
  type Transport,
  type Chain as ViemChain,
  type WalletClient,
} from 'viem'
import { foundry } from 'viem/chains'
import { type Actors, createActors } from './createActors.ts'

/** The parameters of {@link createChain}. */
export type CreateChainParameters = {
  /** Where the node answers, e.g. `http://127.0.0.1:8545`. */
  url: string
  /** The node's chain id. @default 31337 */
  chainId?: number
  /** How to reach it. @default `http(url)`, without retries */
  transport?: Transport
}

/** One anvil, seen through viem, and who is who on it. */
export type Chain = {
  readonly url: string
  readonly chainId: number
  readonly public: PublicClient<Transport, ViemChain>
  readonly wallet: WalletClient<Transport, ViemChain>
  readonly test: TestClient<'anvil', Transport, ViemChain>
  readonly actors: Actors
}

/**
 * Makes viem clients for an anvil that runs already.
 *
 * @returns `public`, `wallet` and `test` clients that poll every 20 ms, with the actors.
 * @example
 * const chain = createChain({ url: 'http://127.0.0.1:8545' })
 * await chain.public.getBlockNumber()
 */
export function createChain(parameters: CreateChainParameters): Chain {
  const { url, chainId = foundry.id, transport = http(url, { retryCount: 0 }) } = parameters
  const chain: ViemChain = defineChain({ ...foundry, id: chainId, rpcUrls: { default: { http: [url] } } })
  // Without a cache: a test that asks twice for the block wants to see what happened in between.
  const config = { chain, transport, pollingInterval: 20, cacheTime: 0 }
  return {
    url,
    chainId,
    public: createPublicClient(config),
    wallet: createWalletClient(config),
    test: createTestClient({ ...config, mode: 'anvil' }),
    actors: createActors(),
  }
}
