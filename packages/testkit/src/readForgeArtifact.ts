import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ArtifactNotFoundError } from './errors.ts'
import { type Artifact, parseArtifact } from './internal/parseArtifact.ts'

const forgeOut = join(import.meta.dirname, '../../../contracts/out')

/**
 * Reads a contract that `forge build` compiled.
 *
 * @param name the contract's name, or `File.sol:Name` where the file is called something else.
 * @param options `out`: forge's output folder. @default contracts/out
 * @throws {ArtifactNotFoundError} if it has not been compiled.
 * @throws {ArtifactInvalidError} if the file holds something else.
 * @example
 * const { abi, bytecode } = await readForgeArtifact('Pool')
 */
export async function readForgeArtifact(name: string, { out = forgeOut }: { out?: string } = {}): Promise<Artifact> {
  const [file, contract] = name.includes(':') ? name.split(':') : [`${name}.sol`, name]
  const path = join(out, file ?? '', `${contract}.json`)
  const json = await readFile(path, 'utf8').catch((cause) => {
    throw new ArtifactNotFoundError({ path, advice: 'Run `npm run build`, and check the name.', cause })
  })
  return parseArtifact(path, json)
}
