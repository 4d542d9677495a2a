import { InvalidStatementError } from './errors.ts'
import type { SignedStatement, SolvencyStatement, StatementSignature } from './types.ts'

/** A statement as it was read from a file: signed or not, and not yet believed. */
export type StatementFile = { statement: SolvencyStatement; signature?: StatementSignature | undefined }

/**
 * Reads the file of a statement. Whether its figures are true is for {@link verifyStatement} to say.
 *
 * @throws {InvalidStatementError} if it is not JSON, no statement, or one of a version that is not known.
 * @example
 * const { statement, signature } = parseStatement(await readFile('statement.json', 'utf8'))
 */
export function parseStatement(text: string): StatementFile {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    throw new InvalidStatementError({ path: 'text', value: text.slice(0, 40) })
  }
  requireShallow(file)
  const { statement, signature } = record('file', file)
  const { kind, version } = record('statement', statement)
  if (kind !== 'bulwark-solvency-statement') throw new InvalidStatementError({ path: 'kind', value: kind })
  if (version !== 1) throw new InvalidStatementError({ path: 'version', value: version })
  const parts = statement as Record<string, unknown>
  for (const part of ['chain', 'block', 'contracts', 'pool']) record(part, parts[part])
  if (signature === undefined) return { statement: statement as SolvencyStatement }
  const fields = record('signature', signature)
  for (const field of ['statementHash', 'issuer', 'issuedAt', 'value']) {
    if (typeof fields[field] !== 'string') {
      throw new InvalidStatementError({ path: `signature.${field}`, value: fields[field] })
    }
  }
  return { statement, signature } as SignedStatement
}

/** No statement is deeper than this: what is would only overflow the stack of whoever walks it. */
const deepest = 12

function requireShallow(file: unknown): void {
  let level: unknown[] = [file]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw new InvalidStatementError({ path: 'depth', value: `more than ${deepest}` })
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
}

function record(path: string, value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new InvalidStatementError({ path, value })
}
