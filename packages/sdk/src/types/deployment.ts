import type { Address, Hash } from 'viem'
import type { BulwarkAddresses } from '../internal/bind.ts'

/** The contracts that a deployment names; pools are found by the factory's events. */
export type DeploymentContract = Exclude<keyof BulwarkAddresses, 'pool'>

/** A contract of a deployment: where it is, and the hash of its code there. */
export type DeployedContract = { readonly address: Address; readonly codeHash: Hash }

/**
 * One deployment of Bulwark, as every service and every tool is told of it: a JSON file. Block numbers are decimal
 * strings in it. The genesis hash tells two chains of one id apart, as local ones are.
 */
export type Deployment = {
  readonly version: 1
  /** What people call it: letters, digits and hyphens. */
  readonly name: string
  readonly chainId: number
  readonly genesisHash: Hash
  /** The first block that holds an event of it. */
  readonly startBlock: bigint
  readonly contracts: { readonly [name in DeploymentContract]?: DeployedContract | undefined }
}
