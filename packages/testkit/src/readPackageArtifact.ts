import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { ArtifactNotFoundError } from './errors.ts'
import { type Artifact, parseArtifact } from './internal/parseArtifact.ts'

const { resolve } = createRequire(import.meta.url)

/**
 * Reads a compiled contract out of an npm package: bytecode as others ship it, which nobody here compiled.
 *
 * @param specifier the file, as it would be imported.
 * @throws {ArtifactNotFoundError} if the package or the file is not there.
 * @throws {ArtifactInvalidError} if the file has no ABI or bytecode.
 * @example
 * await readPackageArtifact('@chainlink/contracts/abi/v0.6/FluxAggregator.json')
 */
export async function readPackageArtifact(specifier: string): Promise<Artifact> {
  let path: string
  try {
    path = resolve(specifier)
  } catch (cause) {
    throw new ArtifactNotFoundError({ path: specifier, advice: 'Run `npm ci`, and check the name.', cause })
  }
  return parseArtifact(specifier, await readFile(path, 'utf8'))
}
