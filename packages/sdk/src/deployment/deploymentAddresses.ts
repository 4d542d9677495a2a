import type { Address } from 'viem'
import type { BulwarkAddresses } from '../internal/bind.ts'
import type { Deployment } from '../types/deployment.ts'

/**
 * The addresses of a deployment, as the clients' actions take them.
 *
 * @example
 * const client = createClient({ transport }).extend(bulwarkPublicActions(deploymentAddresses(deployment)))
 */
export function deploymentAddresses({ contracts }: Deployment): BulwarkAddresses {
  const entries = Object.entries(contracts).flatMap(([name, deployed]) =>
    deployed === undefined ? [] : [[name, deployed.address] as [string, Address]],
  )
  return Object.fromEntries(entries)
}
