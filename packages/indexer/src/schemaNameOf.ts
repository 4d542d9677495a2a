import type { Deployment } from '@bulwark/sdk'
import { keccak256, stringToBytes } from 'viem'
import { schemaVersion } from './schemaVersion.ts'

/**
 * The PostgreSQL schema that holds the tables of a deployment: of its chain, its genesis, its contracts, and the
 * version of the tables.
 *
 * @example
 * schemaNameOf(deployment) // 'bulwark_31337_5f3c0a9e1b2d_v1'
 */
export function schemaNameOf(deployment: Deployment): string {
  const { chainId } = deployment
  const digest = keccak256(stringToBytes(identityOf(deployment)))
  return `bulwark_${chainId}_${digest.slice(2, 14)}_v${schemaVersion}`
}

/**
 * What makes a deployment this one: chain, genesis, and the address of each contract, as text.
 *
 * @example
 * identityOf(deployment) === identityOf(other)
 */
export function identityOf({ chainId, genesisHash, contracts }: Deployment): string {
  const addresses = Object.entries(contracts)
    .flatMap(([name, deployed]) => (deployed ? [`${name}=${deployed.address.toLowerCase()}`] : []))
    .sort()
  return [chainId, genesisHash, ...addresses].join(' ')
}
