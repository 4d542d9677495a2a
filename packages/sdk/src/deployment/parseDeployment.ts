import { type Address, type Hash, isAddress, isHash } from 'viem'
import { InvalidDeploymentError } from '../errors/deployment.ts'
import type { DeployedContract, Deployment, DeploymentContract } from '../types/deployment.ts'

/** Every contract that a manifest may name, in the order in which they are written. */
export const deploymentContracts = [
  ...([
    'accessManager',
    'timelock',
    'governor',
    'governanceToken',
    'listings',
    'covers',
    'incidents',
    'factory',
  ] as const),
  ...(['lossProofs', 'salvage', 'descriptor', 'priceFeedTrigger', 'vaultLossTrigger', 'deficitTrigger'] as const),
  ...([
    'reserveTrigger',
    'frozenTrigger',
    'reportTrigger',
    'court',
    'membersAppeal',
    'optimistic',
    'statementRegistry',
  ] as const),
] satisfies readonly DeploymentContract[]

const required: readonly DeploymentContract[] = ['listings', 'covers', 'incidents', 'factory', 'accessManager']

/**
 * Reads the manifest of a deployment.
 *
 * @throws {InvalidDeploymentError} if a field is missing or is not what it should be.
 * @example
 * const deployment = parseDeployment(await readFile('deployment.json', 'utf8'))
 */
export function parseDeployment(text: string): Deployment {
  const value = parseJson(text)
  const fail = (field: string, value: unknown): never => {
    throw new InvalidDeploymentError({ field, value })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail('content', value)
  const { version, name, chainId, genesisHash, startBlock, contracts } = value as Record<string, unknown>
  if (version !== 1) return fail('version', version)
  if (typeof name !== 'string' || !/^[a-z0-9][a-z0-9-]{0,39}$/i.test(name)) return fail('name', name)
  if (!Number.isSafeInteger(chainId) || (chainId as number) < 1) return fail('chainId', chainId)
  if (typeof genesisHash !== 'string' || !isHash(genesisHash)) return fail('genesisHash', genesisHash)
  if (typeof startBlock !== 'string' || !/^\d{1,18}$/.test(startBlock)) return fail('startBlock', startBlock)
  if (typeof contracts !== 'object' || contracts === null) return fail('contracts', contracts)

  const found: { [name in DeploymentContract]?: DeployedContract } = {}
  for (const [contract, entry] of Object.entries(contracts)) {
    const known = deploymentContracts.find((name) => name === contract)
    if (known === undefined) return fail('contracts', contract)
    const { address, codeHash } = (entry ?? {}) as Record<string, unknown>
    if (typeof address !== 'string' || !isAddress(address)) return fail(`contracts.${contract}.address`, address)
    if (typeof codeHash !== 'string' || !isHash(codeHash)) return fail(`contracts.${contract}.codeHash`, codeHash)
    found[known] = { address: address as Address, codeHash: codeHash as Hash }
  }
  for (const contract of required) if (found[contract] === undefined) return fail(`contracts.${contract}`, undefined)
  return {
    ...{ version, name, chainId: chainId as number, genesisHash: genesisHash as Hash },
    ...{ startBlock: BigInt(startBlock), contracts: found },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new InvalidDeploymentError({ field: 'content', value: text.slice(0, 40) })
  }
}
