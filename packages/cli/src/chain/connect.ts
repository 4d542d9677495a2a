import {
  type BulwarkAddresses,
  checkDeployment,
  type Deployment,
  type DeploymentContract,
  deploymentAddresses,
} from '@bulwark/sdk'
import { readDeployment } from '@bulwark/service'
import {
  type Address,
  type Chain,
  createPublicClient,
  defineChain,
  http,
  type PublicClient,
  type Transport,
} from 'viem'
import { NotFoundError, UsageError } from '../errors.ts'
import { parseUrl } from '../parse/parseUrl.ts'
import type { Context } from '../program/types.ts'

/** A node, and the deployment that was found on it. */
export type Connection = {
  readonly client: PublicClient<Transport, Chain>
  readonly url: string
  readonly deployment: Deployment
  readonly addresses: BulwarkAddresses
  /** The core contracts, which every deployment has. */
  readonly core: Readonly<Record<'listings' | 'covers' | 'incidents' | 'factory', Address>>
  /** The block that was the newest when the command began. */
  readonly asOf: { readonly chainId: number; readonly blockNumber: bigint; readonly timestamp: bigint }
  /** The address of a contract that not every deployment has. */
  contract(name: DeploymentContract): Address
}

/**
 * Reaches the node and makes sure that it follows the chain of the manifest and holds its contracts.
 *
 * @throws {UsageError} if no node or manifest is known.
 * @throws {WrongChainError} if the node follows another chain.
 * @throws {CodeMismatchError} if the contracts there are others.
 * @example
 * const { client, core } = await connect(context)
 */
export async function connect({ config, talk }: Context): Promise<Connection> {
  const { rpc, deployment: path } = config
  const advice = 'Run `bulwark up` to start a chain of your own, or name both: --rpc URL --deployment FILE.'
  if (rpc === undefined) throw new UsageError('No node is known.', { advice })
  if (path === undefined) throw new UsageError('No deployment is known.', { advice })
  const url = parseUrl(rpc, 'RPC URL')
  const deployment = await readDeployment(path)
  const transport = http(url, { batch: { wait: 0 }, retryCount: 1, retryDelay: 100, timeout: 20_000 })
  const { chainId: id, name } = deployment
  const chain = defineChain({
    ...{ id, name, rpcUrls: { default: { http: [url] } } },
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  })
  const pollingInterval = /\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(`${url}/`) ? 100 : 2_000
  const client = createPublicClient({ chain, transport, pollingInterval, cacheTime: 0 })
  const done = talk.wait(`Asking ${new URL(url).host}`)
  try {
    const [, block] = await Promise.all([checkDeployment(client, deployment), client.getBlock()])
    const addresses = deploymentAddresses(deployment)
    const { listings, covers, incidents, factory } = addresses as Record<keyof Connection['core'], Address>
    const contract = (wanted: DeploymentContract): Address => {
      const address = addresses[wanted]
      if (address === undefined) throw new NotFoundError(`The deployment ${name} has no ${wanted}.`)
      return address
    }
    return {
      ...{ client, url, deployment, addresses, core: { listings, covers, incidents, factory }, contract },
      asOf: { chainId: id, blockNumber: block.number, timestamp: block.timestamp },
    }
  } finally {
    done()
  }
}
