import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Abi, Hex } from 'viem'

const { resolve } = createRequire(import.meta.url)
const root = '@morpho-org/morpho-blue-bundlers/types/factories'

/**
 * Reads a contract of Morpho's as its package ships it. The package has it as text of a script, which is read and not
 * run: it would load a client of its own.
 */
export async function readMorphoArtifact(path: string): Promise<{ abi: Abi; bytecode: Hex }> {
  const text = await readFile(resolve(`${root}/${path}__factory.js`), 'utf8')
  const [, abi] = /_abi\s*=\s*(\[[\s\S]*?\n\]);/.exec(text) ?? []
  const [, bytecode] = /_bytecode\s*=\s*"(0x[0-9a-f]+)"/i.exec(text) ?? []
  if (abi === undefined || bytecode === undefined) throw new Error(`${path} has no contract.`)
  // Keys are bare and a comma follows the last one of each list: neither is JSON.
  const json = abi.replace(/(\w+):(?= )/g, '"$1":').replace(/,(\s*[\]}])/g, '$1')
  return { abi: JSON.parse(json) as Abi, bytecode: bytecode as Hex }
}
