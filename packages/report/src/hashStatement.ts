import { type Hash, keccak256, stringToBytes } from 'viem'
import { canonicalJson } from './canonicalJson.ts'
import type { SolvencyStatement } from './types.ts'

/**
 * The hash that names a statement: keccak-256 of its canonical JSON in UTF-8.
 *
 * @throws {NotCanonicalError} if it holds what no statement holds.
 * @example
 * const statementHash = hashStatement(statement)
 */
export function hashStatement(statement: SolvencyStatement): Hash {
  return keccak256(stringToBytes(canonicalJson(statement)))
}
