import type { StatementFile } from './parseStatement.ts'

/**
 * The file of a statement: JSON with two spaces, one figure to a line. Its hash does not depend on how it is spaced.
 *
 * @example
 * await writeFile('statement.json', formatStatement(signed))
 */
export function formatStatement(file: StatementFile): string {
  return `${JSON.stringify(file, null, 2)}\n`
}
