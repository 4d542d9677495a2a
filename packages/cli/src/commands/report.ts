import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  BrowserNotFoundError,
  createSolvencyStatement,
  formatStatement,
  parseStatement,
  renderStatementHtml,
  renderStatementPdf,
  type StatementFile,
  signStatement,
  verifyStatement,
} from '@bulwark/report'
import { createWalletClient, custom } from 'viem'
import { chooseSender } from '../chain/chooseSender.ts'
import { type Connection, connect } from '../chain/connect.ts'
import { findPool } from '../chain/pools.ts'
import { MismatchError, UsageError } from '../errors.ts'
import { parseCount } from '../parse/parseCount.ts'
import { readText } from '../parse/readText.ts'
import { argumentOf, neededOption, optionOf } from '../program/inputs.ts'
import type { Context, Result } from '../program/types.ts'

/** Options that only a signature needs. */
const signing = ['from', 'keystore', 'passwordFile', 'signer']

/**
 * `bulwark report solvency`: the solvency statement of a pool.
 *
 * @example
 * const { data } = await solvencyCommand(context)
 */
export async function solvencyCommand(context: Context): Promise<Result> {
  const poolText = neededOption(context, 'pool', '--pool 1')
  const useless = context.options.sign === true ? undefined : signing.find((name) => name in context.options)
  if (useless !== undefined) {
    const flag = useless === 'passwordFile' ? 'password-file' : useless
    throw new UsageError(`--${flag} says who signs, and nothing is signed.`, { advice: 'Add --sign, or leave it out.' })
  }
  const block = optionOf(context, 'block')
  const blockNumber = block === undefined ? undefined : parseCount(block, { what: 'block', most: 2n ** 62n })
  const connection = await connect(context)
  const { client, core, deployment } = connection
  const pool = await findPool(connection, poolText)
  const done = context.talk.wait('Reading the pool')
  const statement = await createSolvencyStatement(client, {
    ...{ pool: pool.address, covers: core.covers, fromBlock: deployment.startBlock },
    ...(blockNumber !== undefined && { blockNumber }),
  }).finally(done)
  const file: StatementFile = context.options.sign === true ? await sign(context, connection, statement) : { statement }
  const text = formatStatement(file)
  const out = optionOf(context, 'out')
  const written = out === undefined ? [] : await write(context, out, file, text)
  return {
    data: { ...(JSON.parse(text) as object), written },
    view: [{ text: out === undefined ? text.trimEnd() : written.join('\n') }],
  }
}

async function sign(
  context: Context,
  { client, asOf }: Connection,
  statement: StatementFile['statement'],
): Promise<StatementFile> {
  const account = await (await chooseSender(context)).open()
  const wallet = createWalletClient({ account, chain: client.chain, transport: custom(client) })
  return signStatement(wallet, { statement, account, issuedAt: asOf.timestamp })
}

async function write(context: Context, folder: string, file: StatementFile, text: string): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const save = async (name: string, content: string | Uint8Array) => {
    await writeFile(join(folder, name), content)
    return join(folder, name)
  }
  const written = [await save('statement.json', text), await save('statement.html', renderStatementHtml(file))]
  if (context.options.pdf === false) return written
  const done = context.talk.wait('Printing')
  try {
    written.push(await save('statement.pdf', await renderStatementPdf(file)))
  } catch (error) {
    if (!(error instanceof BrowserNotFoundError)) throw error
    context.talk.say(`No PDF: ${error.message}`)
  } finally {
    done()
  }
  return written
}

/**
 * `bulwark report verify`: recomputes every figure of a statement from the chain.
 *
 * @throws {MismatchError} if one differs.
 * @example
 * const { data } = await verifyStatementCommand(context)
 */
export async function verifyStatementCommand(context: Context): Promise<Result> {
  const path = argumentOf(context, 'file')
  const file = parseStatement(await readText(path))
  const connection = await connect(context)
  const done = context.talk.wait('Recomputing')
  const { client, deployment } = connection
  const { valid, findings } = await verifyStatement(client, { file, deployment }).finally(done)
  if (!valid) {
    const named = findings.map(({ path, stated, found }) => `${path}: stated ${shown(stated)}, found ${shown(found)}`)
    const message = [`${path} does not hold: ${findings.length} findings.`, ...named.slice(0, 40)].join('\n')
    throw new MismatchError(message, { details: { findings } })
  }
  return {
    data: { asOf: connection.asOf, file: path, valid, findings },
    view: [{ text: `${path} holds: every figure is what the chain says.` }],
  }
}

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
