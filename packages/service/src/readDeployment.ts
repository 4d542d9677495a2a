import { readFile } from 'node:fs/promises'
import { type Deployment, parseDeployment } from '@bulwark/sdk'
import { FatalError } from './errors.ts'

/**
 * Reads the manifest of a deployment from a file.
 *
 * @throws {FatalError} if there is no such file.
 * @throws {InvalidDeploymentError} if it is not a manifest.
 * @example
 * const deployment = await readDeployment('.bulwark/deployment.json')
 */
export async function readDeployment(path: string): Promise<Deployment> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    const advice = 'Give the path of the manifest that the deployment wrote.'
    throw new FatalError(`There is no deployment manifest at ${path}.`, { cause, advice })
  }
  return parseDeployment(text)
}
