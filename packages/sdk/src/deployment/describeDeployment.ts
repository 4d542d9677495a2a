import { type Address, type Client, keccak256, type Transport } from 'viem'
import { getBlock, getChainId, getCode } from 'viem/actions'
import { CodeMismatchError } from '../errors/deployment.ts'
import type { DeployedContract, Deployment, DeploymentContract } from '../types/deployment.ts'
import { deploymentContracts } from './parseDeployment.ts'

/** The parameters of {@link describeDeployment}. */
export type DescribeDeploymentParameters = {
  name: string
  /** The first block that holds an event of it. */
  startBlock: bigint
  addresses: { readonly [name in DeploymentContract]?: Address | undefined }
}

/**
 * Makes the manifest of a deployment from its addresses: reads chain id, genesis and the code at each.
 *
 * @throws {CodeMismatchError} if there is no code at an address.
 * @example
 * const deployment = await describeDeployment(client, { name: 'local', startBlock: 1n, addresses })
 */
export async function describeDeployment(
  client: Client<Transport>,
  { name, startBlock, addresses }: DescribeDeploymentParameters,
): Promise<Deployment> {
  const [chainId, genesis] = await Promise.all([getChainId(client), getBlock(client, { blockNumber: 0n })])
  const contracts: { [name in DeploymentContract]?: DeployedContract } = {}
  for (const contract of deploymentContracts) {
    const address = addresses[contract]
    if (address === undefined) continue
    const code = await getCode(client, { address })
    const expected = keccak256('0x')
    if (code === undefined) throw new CodeMismatchError({ contract, address, expected, actual: undefined })
    contracts[contract] = { address, codeHash: keccak256(code) }
  }
  return { version: 1, name, chainId, genesisHash: genesis.hash, startBlock, contracts }
}
