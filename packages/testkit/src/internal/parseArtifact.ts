import type { Abi, Hex } from 'viem'
import { ArtifactInvalidError } from '../errors.ts'
import type { LinkReferences } from '../linkLibraries.ts'

/** A compiled contract. */
export type Artifact = { readonly abi: Abi; readonly bytecode: Hex; readonly linkReferences: LinkReferences }

/** Reads the JSON that Foundry, Hardhat, Truffle and 0x write: they differ in where the bytecode stands. */
export function parseArtifact(path: string, json: string): Artifact {
  try {
    const parsed = JSON.parse(json)
    const output = parsed.compilerOutput ?? parsed
    const code = output.evm?.bytecode ?? output.bytecode
    const bytecode: unknown = code?.object ?? code
    if (!Array.isArray(output.abi) || typeof bytecode !== 'string') throw new ArtifactInvalidError({ path })
    const prefixed = bytecode.startsWith('0x') ? bytecode : `0x${bytecode}`
    return {
      abi: output.abi,
      bytecode: prefixed as Hex,
      linkReferences: code.linkReferences ?? output.linkReferences ?? {},
    }
  } catch (cause) {
    if (cause instanceof ArtifactInvalidError) throw cause
    throw new ArtifactInvalidError({ path, cause })
  }
}
