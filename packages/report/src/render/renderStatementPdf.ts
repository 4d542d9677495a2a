import { hashStatement } from '../hashStatement.ts'
import type { StatementFile } from '../parseStatement.ts'
import { type LaunchBrowserParameters, launchBrowser } from './launchBrowser.ts'
import { renderStatementHtml } from './renderStatementHtml.ts'

/**
 * The same page as {@link renderStatementHtml}, printed on A4 with page numbers and the statement's hash on each.
 *
 * @throws {BrowserNotFoundError} if no browser can be started.
 * @example
 * await writeFile('statement.pdf', await renderStatementPdf(file))
 */
export async function renderStatementPdf(
  file: StatementFile,
  parameters: LaunchBrowserParameters = {},
): Promise<Uint8Array> {
  const page = renderStatementHtml(file)
  const hash = hashStatement(file.statement)
  const browser = await launchBrowser(parameters)
  try {
    // The page holds no script and fetches nothing; the browser is told so too.
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true })
    const sheet = await context.newPage()
    await sheet.setContent(page, { waitUntil: 'load' })
    const footer = `<div style="font:7px monospace;color:#667;width:100%;padding:0 16mm;display:flex"><span>${hash}</span><span style="margin-left:auto"><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`
    return await sheet.pdf({
      ...{ format: 'A4', preferCSSPageSize: true, printBackground: true, tagged: true, outline: true },
      ...{ displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: footer },
    })
  } finally {
    await browser.close()
  }
}
