import { type Deployment, type DescribeDeploymentParameters, describeDeployment } from '@bulwark/sdk'
import type { Bulwark } from '@bulwark/testkit'

/**
 * The manifest of a deployment on a local chain, as services read it. It starts at the first block after genesis.
 *
 * @example
 * const deployment = await deploymentOf(await deployBulwark(chain))
 */
export async function deploymentOf(bulwark: Bulwark, { name = 'local' }: { name?: string } = {}): Promise<Deployment> {
  const { token, chain, libraries: _, pool: __, ...contracts } = bulwark
  const addresses = Object.fromEntries(
    Object.entries({ ...contracts, governanceToken: token }).map(([name, { address }]) => [name, address]),
  ) as DescribeDeploymentParameters['addresses']
  return describeDeployment(chain.public, { name, startBlock: 1n, addresses })
}
