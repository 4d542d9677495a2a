import { readFileSync, writeFileSync } from 'node:fs'
import { createPublicClient, http } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { parseDeployment, coversAbi } from '@bulwark/sdk'
import { createSolvencyStatement, signStatement, renderStatementHtml, renderStatementPdf, launchBrowser, formatStatement } from './src/index.ts'
const n = 'usdc-2023'
const url = readFileSync(`/tmp/report-dev/${n}.url`,'utf8')
const d = parseDeployment(readFileSync(`/tmp/report-dev/${n}.json`,'utf8'))
const c = createPublicClient({ transport: http(url) })
const covers = d.contracts.covers!.address
const [p, b] = [BigInt(process.argv[2] ?? 1), BigInt(process.argv[3] ?? 541)]
const pool = await c.readContract({ address: covers, abi: coversAbi, functionName: 'poolByNumber', args: [p] })
const statement = await createSolvencyStatement(c, { pool, covers, blockNumber: b })
const file = await signStatement(c, { statement, account: privateKeyToAccount(`0x${'1b'.repeat(32)}`), issuedAt: BigInt(statement.block.timestamp) + 60n })
writeFileSync('/tmp/report-dev/s.json', formatStatement(file))
const h = renderStatementHtml(file)
writeFileSync('/tmp/report-dev/s.html', h)
let t = Date.now()
writeFileSync('/tmp/report-dev/s.pdf', await renderStatementPdf(file)); console.log('pdf', Date.now()-t)
