import type { Chain } from '../createChain.ts'
import { type Deployed, deploy } from '../deploy.ts'
import { readForgeArtifact } from '../readForgeArtifact.ts'

/**
 * Deploys a plain ERC-20 that anyone may mint.
 *
 * @example
 * const dai = await deployToken(chain, { name: 'Dai', symbol: 'DAI', decimals: 18 })
 */
export async function deployToken(
  chain: Chain,
  { name, symbol, decimals }: { name: string; symbol: string; decimals: number },
): Promise<Deployed> {
  return deploy(chain, { ...(await readForgeArtifact('TestToken')), args: [name, symbol, decimals] })
}
