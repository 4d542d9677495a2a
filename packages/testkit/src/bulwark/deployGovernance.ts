import { type Address, parseEther, zeroAddress } from 'viem'
import type { Chain } from '../createChain.ts'
import { type Deployed, deploy } from '../deploy.ts'
import { readForgeArtifact } from '../readForgeArtifact.ts'
import { send } from '../send.ts'

/** Who decides, and through what. */
export type Governance = {
  /** What members vote with, and assessors stake. */
  readonly token: Deployed
  readonly governor: Deployed
  /** Holds ADMIN and REGISTRAR; every decision waits in it. */
  readonly timelock: Deployed
  readonly accessManager: Deployed
}

/** Where governance begins. */
export type DeployGovernanceParameters = {
  /** Does the vote decide? Before the launch it is the launch council, a named account. @default false */
  launched?: boolean
  /** Receives the first tokens. @default the treasury */
  holder?: Address
}

/** Seconds that the timelock waits: the standard exit cooldown and two days. */
export const timelockDelay = 16n * 86_400n

/** The first tokens, units: half of what can ever exist. */
export const initialSupply = parseEther('50000000')

/** Settings of the governor at first. */
export const governorSettings = {
  votingDelay: 86_400,
  votingPeriod: 5 * 86_400,
  proposalThreshold: parseEther('100000'),
  quorum: 4n,
  lateExtension: 2 * 86_400,
}

/**
 * Deploys the token, the governor, the timelock and the AccessManager. The deployer sets the roles up and then calls
 * `handOver`, as `deployBulwark` does.
 *
 * @example
 * const { token, governor } = await deployGovernance(chain, { launched: true })
 */
export async function deployGovernance(
  chain: Chain,
  { launched = false, holder }: DeployGovernanceParameters = {},
): Promise<Governance> {
  const { deployer, treasury, arbitrator } = chain.actors
  // Anyone executes what is due, so that nobody can hold a decision back.
  const timelock = await deploy(chain, {
    ...(await readForgeArtifact('BulwarkTimelock')),
    args: [timelockDelay, launched ? [] : [arbitrator.address], [zeroAddress], deployer.address],
  })
  const accessManager = await deploy(chain, {
    ...(await readForgeArtifact('BulwarkAccessManager')),
    args: [deployer.address, timelock.address],
  })
  const token = await deploy(chain, {
    ...(await readForgeArtifact('BulwarkToken')),
    args: [accessManager.address, holder ?? treasury.address, initialSupply],
  })
  const governor = await deploy(chain, {
    ...(await readForgeArtifact('BulwarkGovernor')),
    args: [token.address, timelock.address, governorSettings],
  })
  const asDeployer = (functionName: string, args: readonly unknown[]) =>
    send(chain, { ...timelock, functionName, args, account: deployer })
  const role = (functionName: string) => chain.public.readContract({ ...timelock, functionName })
  if (launched) {
    await asDeployer('grantRole', [await role('PROPOSER_ROLE'), governor.address])
    await asDeployer('grantRole', [await role('CANCELLER_ROLE'), governor.address])
  }
  await asDeployer('renounceRole', [await role('DEFAULT_ADMIN_ROLE'), deployer.address])
  return { token, governor, timelock, accessManager }
}
