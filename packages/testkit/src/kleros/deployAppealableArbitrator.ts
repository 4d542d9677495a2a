import type { Chain } from '../createChain.ts'
import { type Deployed, deploy } from '../deploy.ts'
import { readPackageArtifact } from '../readPackageArtifact.ts'
import { send } from '../send.ts'

/**
 * Deploys Kleros's `EnhancedAppealableArbitrator`, its own arbitrator in appeals: its owner, the `arbitrator` actor, gives
 * rulings, which can be appealed for `appealTime` seconds.
 *
 * @example
 * const arbitrator = await deployAppealableArbitrator(chain, { price: 10n ** 17n, appealTime: 3_600n })
 */
export async function deployAppealableArbitrator(
  chain: Chain,
  { price, appealTime }: { price: bigint; appealTime: bigint },
): Promise<Deployed> {
  const account = chain.actors.arbitrator
  const artifact = await readPackageArtifact('@kleros/kleros/build/contracts/EnhancedAppealableArbitrator.json')
  const args = [price, account.address, '0x', appealTime]
  const contract = await deploy(chain, { ...artifact, args, account })
  await send(chain, { ...contract, functionName: 'changeArbitrator', args: [contract.address], account })
  return contract
}
