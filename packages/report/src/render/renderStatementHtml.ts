import { ServiceError } from '@bulwark/service'
import { InvalidStatementError } from '../errors.ts'
import { hashStatement } from '../hashStatement.ts'
import type { StatementFile } from '../parseStatement.ts'
import { amountsOf, shorten } from './format.ts'
import { html, Markup } from './html.ts'
import { balance } from './sections/balance.ts'
import { insured, liquidity } from './sections/insured.ts'
import { checked, howToCheck } from './sections/proof.ts'
import { limits, rates, record } from './sections/record.ts'
import { requirement } from './sections/requirement.ts'
import { summary } from './sections/summary.ts'
import { styles } from './styles.ts'

// Should an escape ever be missing, nothing on the page may run or be fetched.
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/**
 * A statement as a page: for the treasurer first, for the auditor to the end. It holds no script, fetches nothing,
 * prints on A4, and is dark where the reader asks for it. Pure: the same statement gives the same page.
 *
 * @throws {NotCanonicalError} if the statement holds what no statement holds.
 * @throws {InvalidStatementError} if a figure is none, or a section is missing.
 * @example
 * await writeFile('statement.html', renderStatementHtml(parseStatement(text)))
 */
export function renderStatementHtml(file: StatementFile): string {
  try {
    return render(file)
  } catch (error) {
    if (error instanceof ServiceError) throw error
    throw new InvalidStatementError({ path: 'figures', value: (error as Error).message })
  }
}

function render(file: StatementFile): string {
  const { statement } = file
  const amounts = amountsOf(statement)
  const hash = hashStatement(statement)
  const title = `Solvency of ${shorten(statement.pool.name, 60)} at block ${statement.block.number}`
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>${title}</title><style>${new Markup(styles)}</style></head>
<body><main class="page">
${summary(file, hash, amounts)}
${balance(statement, amounts)}
${requirement(statement, amounts)}
${insured(statement, amounts)}
${liquidity(statement, amounts)}
${record(statement, amounts)}
${rates(statement)}
${limits(statement, amounts)}
${checked(statement)}
${howToCheck(file, hash)}
</main></body></html>
`
  return page.text
}
