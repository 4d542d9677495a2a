import { type Address, type Hex, isAddress } from 'viem'
import { LibraryNotLinkedError } from './errors.ts'

/** Where bytecode wants the addresses of libraries: by file, by library, in bytes. */
export type LinkReferences = Readonly<
  Record<string, Readonly<Record<string, readonly { readonly start: number; readonly length: number }[]>>>
>

/**
 * Puts the addresses of libraries into an artifact's bytecode.
 *
 * @param addresses by the library's name; names it does not need are allowed.
 * @returns the artifact with linked bytecode, ready for `deploy`.
 * @throws {LibraryNotLinkedError} if it needs one that is not given.
 * @example
 * linkLibraries(await readForgeArtifact('Pool'), { ExitQueue: exitQueue.address })
 */
export function linkLibraries<artifact extends { bytecode: Hex; linkReferences: LinkReferences }>(
  artifact: artifact,
  addresses: Readonly<Record<string, Address>>,
): artifact {
  const wanted = Object.values(artifact.linkReferences).flatMap((libraries) => Object.entries(libraries))
  const missing = wanted.map(([name]) => name).filter((name) => !isAddress(addresses[name] ?? '', { strict: false }))
  if (missing.length > 0) throw new LibraryNotLinkedError({ libraries: missing })
  let bytecode: string = artifact.bytecode
  for (const [name, places] of wanted) {
    const digits = (addresses[name] as Address).slice(2).toLowerCase()
    for (const { start, length } of places) {
      const from = 2 + 2 * start
      bytecode = bytecode.slice(0, from) + digits + bytecode.slice(from + 2 * length)
    }
  }
  return { ...artifact, bytecode: bytecode as Hex, linkReferences: {} }
}
