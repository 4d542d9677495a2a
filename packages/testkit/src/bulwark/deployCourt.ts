import type { Address } from 'viem'
import type { Chain } from '../createChain.ts'
import { type Deployed, deploy } from '../deploy.ts'
import { linkLibraries } from '../linkLibraries.ts'
import { readForgeArtifact } from '../readForgeArtifact.ts'
import { send } from '../send.ts'
import type { Bulwark } from './deployBulwark.ts'

/** The court, and the vote of all members that hears its appeals. */
export type CourtContracts = {
  /** Staked assessors rule on what needs judgement. */
  readonly court: Deployed
  /** Hears the court's appeals: a vote of the token's holders. */
  readonly membersAppeal: Deployed
}

/** What a members' appeal costs, and how long it takes. */
export type DeployCourtParameters = {
  /** Wei. @default 0.1 ether */
  fee?: bigint
  /** Seconds of a members' vote. @default five days */
  votingPeriod?: bigint
}

const day = 86_400

/** The parameters of the court's first version, in the shape of `ICourt.Parameters`. */
export const courtParameters = {
  ...{ minStake: 1_000_000_000_000n, quorum: 1_000, minAssessors: 3, tolerance: 100_000_000 },
  ...{ wrongSlash: 500, silentSlash: 1_000, feeShare: 2_000, multiple: 20, openTime: 2 * day, appealTime: 3 * day },
  ...{ evidenceTime: 4 * day, answerTime: 2 * day, commitTime: 3 * day, revealTime: 3 * day },
}

/** The court's external libraries. */
export const courtLibraries = [
  'CourtAppeals',
  'CourtConfig',
  'CourtConflicts',
  'CourtOpening',
  'CourtSettlement',
  'CourtStakes',
] as const

/**
 * Deploys the court and the members' appeal, in which the protocol's token is staked and votes, sets the first version of
 * its parameters and admits it to the registry. The deployer is still admin: `deployBulwark` calls it.
 *
 * @example
 * const { court, membersAppeal } = await deployCourt({ chain, accessManager, incidents, listings, covers, token })
 */
export async function deployCourt(
  parts: Pick<Bulwark, 'chain' | 'accessManager' | 'incidents' | 'listings' | 'covers' | 'token'>,
  { fee = 10n ** 17n, votingPeriod = BigInt(5 * day) }: DeployCourtParameters = {},
): Promise<CourtContracts> {
  const { chain, accessManager, incidents, listings, covers, token } = parts
  const { deployer, treasury } = chain.actors
  const addresses = await deployLibraries(chain)
  const membersAppeal = await deploy(chain, {
    ...(await readForgeArtifact('MembersAppeal')),
    args: [token.address, treasury.address, fee, votingPeriod, 1_000n],
  })
  const court = await deploy(chain, {
    ...linkLibraries(await readForgeArtifact('Court'), addresses),
    args: [accessManager.address, token.address, incidents.address, listings.address, covers.address],
  })
  const config = { arbitrator: membersAppeal.address, arbitrationTime: 20 * day, repayShare: 3_000, extraData: '0x' }
  const account = deployer
  await send(chain, { ...court, functionName: 'setParameters', args: [courtParameters, config], account })
  await send(chain, { ...listings, functionName: 'setAdjudicator', args: [court.address, true], account })
  return { court, membersAppeal }
}

async function deployLibraries(chain: Chain): Promise<Record<string, Address>> {
  const addresses: Record<string, Address> = {}
  for (const name of courtLibraries) addresses[name] = (await deploy(chain, await readForgeArtifact(name))).address
  return addresses
}
