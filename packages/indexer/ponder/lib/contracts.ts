import type { Deployment, DeploymentContract } from '@bulwark/sdk'
import * as abis from '@bulwark/sdk/abis'
import { factory } from 'ponder'
import { type Abi, type AbiEvent, getAbiItem, parseAbiItem } from 'viem'
import type { environment } from './environment.ts'

const abiOf: { readonly [contract in DeploymentContract]?: Abi } = {
  ...{ accessManager: abis.bulwarkAccessManagerAbi, timelock: abis.bulwarkTimelockAbi },
  ...{ governor: abis.bulwarkGovernorAbi, governanceToken: abis.bulwarkTokenAbi, listings: abis.listingsAbi },
  ...{ covers: abis.coversAbi, incidents: abis.incidentsAbi, factory: abis.poolFactoryAbi },
  ...{ lossProofs: abis.lossProofsAbi, salvage: abis.salvageAbi, priceFeedTrigger: abis.priceFeedTriggerAbi },
  ...{ vaultLossTrigger: abis.vaultLossTriggerAbi, deficitTrigger: abis.deficitTriggerAbi },
  ...{ reserveTrigger: abis.reserveTriggerAbi, frozenTrigger: abis.frozenTriggerAbi },
  ...{ reportTrigger: abis.reportTriggerAbi, membersAppeal: abis.membersAppealAbi, optimistic: abis.optimisticAbi },
  court: [
    ...abis.courtAbi,
    // Said by a library of the court, so that its own ABI does not know of it.
    parseAbiItem('event Ruling(address indexed arbitrator, uint256 indexed disputeID, uint256 ruling)'),
  ],
}

/** The contracts of a deployment as Ponder takes them, pools by the factory's events. */
export function contractsOf(deployment: Deployment) {
  const startBlock = Number(deployment.startBlock)
  const entries = Object.entries(deployment.contracts).flatMap(([name, deployed]) => {
    const abi = abiOf[name as DeploymentContract]
    if (!deployed || !abi) return []
    return [[name, { chain: 'chain' as const, abi, address: deployed.address, startBlock }] as const]
  })
  const created = getAbiItem({ abi: abis.poolFactoryAbi, name: 'PoolCreated' }) as AbiEvent
  const address = deployment.contracts.factory?.address
  const pool = {
    ...{ chain: 'chain' as const, abi: abis.poolAbi as Abi, startBlock },
    address: factory({ ...(address ? { address } : {}), event: created, parameter: 'pool' as never, startBlock }),
  }
  return { ...Object.fromEntries(entries), pool }
}

/** The chain of a deployment as Ponder takes it. */
export function chainConfig({ deployment, rpcUrls, pollingInterval, disableCache }: typeof environment) {
  return { id: deployment.chainId, rpc: rpcUrls, pollingInterval, disableCache }
}
