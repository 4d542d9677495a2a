import type { Deployment } from '../types/deployment.ts'

/**
 * Writes the manifest of a deployment, as {@link parseDeployment} reads it.
 *
 * @example
 * await writeFile('deployment.json', formatDeployment(deployment))
 */
export function formatDeployment(deployment: Deployment): string {
  return `${JSON.stringify({ ...deployment, startBlock: String(deployment.startBlock) }, null, 2)}\n`
}
