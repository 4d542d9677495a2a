import { createClient } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  BrowserNotFoundError,
  createSolvencyStatement,
  hashStatement,
  InvalidStatementError,
  launchBrowser,
  renderStatementHtml,
  renderStatementPdf,
  type SignedStatement,
  type SolvencyStatement,
  type StatedCheck,
  type StatedIncident,
  signStatement,
} from '../src/index.ts'
import { decimal, span } from '../src/render/format.ts'
import { type Held, holdScenario } from './fixtures/holdScenario.ts'
import { poolOf } from './fixtures/poolOf.ts'
import { remember } from './fixtures/remember.ts'

let held: Held
let statement: SolvencyStatement
let file: SignedStatement

beforeAll(async () => {
  held = await holdScenario('usdc-2023')
  const client = createClient({ transport: remember(held.bulwark.chain.public.request) })
  statement = await createSolvencyStatement(client, { ...(await poolOf(held.bulwark, 1n)), blockNumber: 541n })
  const account = privateKeyToAccount(`0x${'1b'.repeat(32)}`)
  file = await signStatement(client, { statement, account, issuedAt: 1_700_000_000n })
}, 120_000)

afterAll(() => held.release())

/** What a reader sees, without markup. */
const textOf = (page: string) =>
  page
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

test('default', () => {
  const page = renderStatementHtml(file)
  const text = textOf(page)
  expect(page.startsWith('<!doctype html>')).toBe(true)
  for (const figure of [
    statement.pool.name,
    decimal(BigInt(statement.ownFunds.high), 6, 2),
    decimal(BigInt(statement.requirement.scr), 6, 2),
    decimal(BigInt(statement.assets.balance), 6, 2),
    statement.block.hash,
    hashStatement(statement),
    file.signature.issuer,
    file.signature.value,
    ...statement.checks.map(({ name }) => name),
    ...statement.answers.map(({ figure }) => figure),
  ]) {
    expect(text).toContain(figure)
  }
  expect(renderStatementHtml(file)).toBe(page)
})

test('behavior: fetches nothing and runs nothing', () => {
  const page = renderStatementHtml(file)
  expect(page).not.toMatch(/<script|<link|<img|<iframe|<object|@import|url\(|\son\w+=|javascript:/i)
  expect(page.match(/https?:\/\/[^\s"<]+/g)).toEqual(['https://your.node'])
  expect(page).toContain("default-src 'none'")
})

describe('behavior: names of strangers', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title></style><script>alert(1)</script>',
    '&lt;script&gt;',
    'USD\u202eC\u2066fake\u200b\u0000\n\t',
    '{{7*7}}',
    'x'.repeat(10_000),
    '😀'.repeat(200),
    '<!--',
    ']]>',
  ]

  test('stay words', () => {
    const plain = renderStatementHtml(file)
    const tags = (page: string) => page.match(/<[a-z!/][^>]*>/gi)?.length
    for (const name of hostile) {
      const asset = { ...statement.pool.asset, name, symbol: name }
      const page = renderStatementHtml({
        ...file,
        statement: { ...statement, pool: { ...statement.pool, name, asset } },
      })
      expect(tags(page), name.slice(0, 40)).toBe(tags(plain))
      expect(page).not.toMatch(/<script|<img|[\u202e\u2066\u200b]/)
      expect(page).not.toContain('\u0000')
      expect(page.length).toBeLessThan(plain.length + 10_000)
    }
  })

  test('so do those of a file that somebody edited', () => {
    const evil = '"><script>alert(1)</script>'
    const forged = structuredClone(file)
    forged.statement.checks[0] = { ...(forged.statement.checks[0] as StatedCheck), name: evil, invariant: evil }
    forged.statement.contracts.pool.address = evil as never
    forged.statement.evidence[0] = { kind: 'call', proves: 'answers', to: evil, data: evil, answer: evil } as never
    forged.signature.value = evil as never
    forged.statement.claims.incidents[0] = { ...(forged.statement.claims.incidents[0] as StatedIncident), status: evil }
    expect(renderStatementHtml(forged)).not.toContain('<script')
  })
})

describe('behavior: the verdict is the worst that is so', () => {
  const verdictOf = (changed: Partial<SolvencyStatement>) => {
    const page = renderStatementHtml({ statement: { ...statement, ...changed } })
    return /class="number">([^<]*)<\/div><div class="word (\w+)">([^<]*)</.exec(page)?.slice(1).join('|')
  }
  const { parse, stringify } = JSON
  const clone = () => parse(stringify(statement)) as SolvencyStatement

  test('covered', () => {
    expect(verdictOf({})).toMatch(/^372\.1\u202f%\|kept\|✓ of the requirement: covered/)
  })

  test('short of the requirement', () => {
    const requirement = { ...clone().requirement, ratioHigh: '900000000000000000', surplus: '-7' }
    expect(verdictOf({ requirement })).toMatch(/^90\.0\u202f%\|breach\|✕ of the requirement: not covered/)
  })

  test('more is open than there is', () => {
    const { liabilities } = clone()
    liabilities.reserves.open = (BigInt(statement.ownFunds.high) * 2n).toString()
    expect(verdictOf({ liabilities })).toMatch(/^50\.0\u202f%\|breach\|✕ of what open incidents may take/)
  })

  test('granted and funded in part', () => {
    const { claims } = clone()
    claims.incidents[0] = { ...(claims.incidents[0] as StatedIncident), unclaimed: '1', level: '250000000000000000' }
    expect(verdictOf({ claims })).toMatch(/^25\.0\u202f%\|breach\|✕ of a granted payout is funded/)
  })

  test('nothing insured', () => {
    const { requirement, exposures } = clone()
    const quiet = { requirement: { ...requirement, ratioHigh: null }, exposures: { ...exposures, total: '0' } }
    expect(verdictOf(quiet)).toBe('–|kept|✓ nothing is insured')
  })

  test('a check that does not hold is on the first page', () => {
    const checks = clone().checks.map((check, index) => (index === 0 ? { ...check, holds: false } : check))
    const page = renderStatementHtml({ statement: { ...statement, checks } })
    expect(page).toContain('1 checks do not hold')
    expect(page).toContain('✕ does not hold')
  })
})

test('error: InvalidStatementError', () => {
  const ownFunds = { ...statement.ownFunds, high: 'plenty' }
  expect(() => renderStatementHtml({ statement: { ...statement, ownFunds } })).toThrow(InvalidStatementError)
  const { claims: _, ...without } = statement
  expect(() => renderStatementHtml({ statement: without as SolvencyStatement })).toThrow(InvalidStatementError)
})

test('behavior: figures are cut, never rounded up', () => {
  expect(decimal(1_999_999n, 6, 2)).toBe('1.99')
  expect(decimal(-1_999_999n, 6, 2)).toBe('−1.99')
  expect(decimal(-1n, 6, 2)).toBe('0.00')
  expect(decimal(1_234_567_890_123n, 0, 0)).toBe('1,234,567,890,123')
  expect(span('97')).toBe('1\u202fmin 37\u202fs')
  expect(span('0')).toBe('0\u202fs')
})

describe('behavior: PDF', () => {
  test('the same page on A4', async () => {
    const pdf = Buffer.from(await renderStatementPdf(file))
    const text = pdf.toString('latin1')
    expect(text.startsWith('%PDF-1.')).toBe(true)
    expect(text.trimEnd().endsWith('%%EOF')).toBe(true)
    const sheets = [...text.matchAll(/\/Type ?\/Page\b(?!s)/g)].length
    expect(sheets).toBeGreaterThanOrEqual(5)
    expect(sheets).toBeLessThanOrEqual(12)
    const [, width, height] = /\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? []
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842])
  })

  test('what is printed are the figures of the page, and no word is cut off', async () => {
    const browser = await launchBrowser()
    try {
      const sheet = await (await browser.newContext({ javaScriptEnabled: true })).newPage()
      const asked: string[] = []
      sheet.on('request', (request) => asked.push(request.url()))
      await sheet.setViewportSize({ width: 673, height: 950 })
      await sheet.emulateMedia({ media: 'print' })
      await sheet.setContent(renderStatementHtml(file))
      const text = await sheet.innerText('main')
      for (const part of ['High: open incidents not deducted', decimal(BigInt(statement.ownFunds.high), 6, 2)]) {
        expect(text).toContain(part)
      }
      const wide = await sheet.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      expect(wide).toBe(0)
      await sheet.setViewportSize({ width: 360, height: 800 })
      await sheet.emulateMedia({ media: 'screen' })
      const phone = await sheet.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      expect(phone).toBe(0)
      expect(asked.filter((url) => !url.startsWith('about:'))).toEqual([])
    } finally {
      await browser.close()
    }
  })

  test('error: BrowserNotFoundError', async () => {
    await expect(renderStatementPdf(file, { executablePath: '/nowhere/chromium' })).rejects.toThrow(
      BrowserNotFoundError,
    )
  })
})
