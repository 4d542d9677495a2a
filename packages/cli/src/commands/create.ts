import { readFile } from 'node:fs/promises'
import {
  getCreationCodeHash,
  listingsAbi,
  type PreparedCall,
  poolFactoryAbi,
  prepareCreateCourtListing,
  prepareCreateDeficitListing,
  prepareCreateFrozenListing,
  prepareCreateListing,
  prepareCreateOptimisticListing,
  prepareCreatePool,
  prepareCreateReportListing,
  prepareCreateReserveListing,
  prepareCreateTriggerListing,
  prepareCreateVaultLossListing,
} from '@bulwark/sdk'
import { type Address, decodeFunctionData, type Hex, isAddress, isHex, keccak256, parseEventLogs } from 'viem'
import { getContractEvents, getTransaction } from 'viem/actions'
import { chooseSender } from '../chain/chooseSender.ts'
import { type Connection, connect } from '../chain/connect.ts'
import { percent, span } from '../chain/format.ts'
import { getToken } from '../chain/tokens.ts'
import { outcomeData, outcomeSection, transact } from '../chain/transact.ts'
import { NotFoundError, UsageError } from '../errors.ts'
import { readJson } from '../parse/readJson.ts'
import { readText } from '../parse/readText.ts'
import { argumentOf, optionOf } from '../program/inputs.ts'
import type { Context, Result } from '../program/types.ts'

const poolFields = ['asset', 'curator', 'name', 'symbol', 'cooldown', 'r', 'kappa', 'classes', 'setup']

/**
 * `bulwark create pool`: makes a pool of what a file says.
 *
 * @example
 * const { data } = await createPoolCommand(context)
 */
export async function createPoolCommand(context: Context): Promise<Result> {
  const file = argumentOf(context, 'file')
  const wanted = await readJson(file)
  const connection = await connect(context)
  const sender = await chooseSender(context)
  const given = { curator: sender.address, ...wanted } as Record<string, unknown>
  demandFields(file, given, poolFields, ['setup'])
  const { asset, curator, name, symbol, cooldown, r, kappa, classes, setup } = given
  for (const [field, value] of Object.entries({ asset, curator })) demandAddress(file, field, value)
  if (!Array.isArray(classes)) throw new UsageError(`${file}: classes is no list.`)
  const creationCode = await findCreationCode(context, connection)
  const token = await getToken(connection, asset as Address)
  const call = encode(file, () =>
    prepareCreatePool({
      ...{ factory: connection.core.factory, creationCode, name: String(name), symbol: String(symbol) },
      ...{ asset: asset as Address, curator: curator as Address, classes: classes as never },
      ...{ cooldown: cooldown as bigint, r: r as bigint, kappa: kappa as bigint },
      setup: (setup ?? []) as readonly Hex[],
    }),
  )
  const outcome = await transact(context, connection, sender, {
    title: 'Create a pool',
    facts: [
      ['name', `${String(name)} (${String(symbol)})`],
      ['asset', `${token.symbol} ${token.address}`],
      ['curator', String(curator)],
      ['cooldown', span(cooldown as bigint)],
      ['charge on the sum insured', `${percent(kappa as bigint)} a year`],
    ],
    worst: 'only gas is spent; what the file says cannot be changed later',
    steps: [{ label: 'create the pool', contract: 'PoolFactory', call }],
  })
  const logs = outcome.receipts.flatMap((receipt) => receipt.logs)
  const [created] = parseEventLogs({ abi: poolFactoryAbi, logs, eventName: 'PoolCreated' })
  const pool = created && { number: created.args.number, address: created.args.pool }
  return {
    data: { asOf: connection.asOf, pool: pool ?? null, ...outcomeData(outcome) },
    view: [
      { fields: pool === undefined ? [] : [['pool', `${pool.number} (${pool.address})`]] },
      outcomeSection(outcome),
    ],
  }
}

/** The code of pools: the factory knows its hash, the transaction that made an earlier pool holds it. */
async function findCreationCode(context: Context, { client, core, deployment }: Connection): Promise<Hex> {
  const hash = await getCreationCodeHash(client, { factory: core.factory })
  const file = optionOf(context, 'code')
  if (file !== undefined) {
    const text = (await readText(file)).trim()
    if (isHex(text) && keccak256(text) === hash) return text
    throw new UsageError(`${file} does not hold the creation code that the factory was made with.`)
  }
  const [earlier] = await getContractEvents(client, {
    ...{ abi: poolFactoryAbi, address: core.factory, eventName: 'PoolCreated', fromBlock: deployment.startBlock },
  })
  if (earlier !== undefined) {
    const { input } = await getTransaction(client, { hash: earlier.transactionHash })
    const code = codeIn(input)
    if (code !== undefined && keccak256(code) === hash) return code
  }
  throw new NotFoundError('The creation code of pools is not found on this chain.', {
    advice: 'Give it with --code FILE: the linked creation code of Pool, in hexadecimal.',
  })
}

function codeIn(input: Hex): Hex | undefined {
  try {
    const { functionName, args } = decodeFunctionData({ abi: poolFactoryAbi, data: input })
    return functionName === 'createPool' ? args[0] : undefined
  } catch {
    return undefined
  }
}

type Maker = (parameters: { terms: never; wording: string; config: never; at: Address }) => PreparedCall

/** Who may rule on a listing, with how its listing is made. */
const makers: Readonly<Record<string, Maker>> = {
  priceFeedTrigger: ({ at, ...made }) => prepareCreateTriggerListing({ ...made, priceFeedTrigger: at }),
  vaultLossTrigger: ({ at, ...made }) => prepareCreateVaultLossListing({ ...made, vaultLossTrigger: at }),
  deficitTrigger: ({ at, ...made }) => prepareCreateDeficitListing({ ...made, deficitTrigger: at }),
  reserveTrigger: ({ at, ...made }) => prepareCreateReserveListing({ ...made, reserveTrigger: at }),
  frozenTrigger: ({ at, ...made }) => prepareCreateFrozenListing({ ...made, frozenTrigger: at }),
  reportTrigger: ({ at, ...made }) => prepareCreateReportListing({ ...made, reportTrigger: at }),
  optimistic: ({ at, ...made }) => prepareCreateOptimisticListing({ ...made, optimistic: at }),
}

const zero = { secondAdjudicator: `0x${'0'.repeat(40)}`, bondToken: `0x${'0'.repeat(40)}`, bond: 0n }
const termsDefaults = {
  ...{ ...zero, lossProof: 'none', keyed: false, personal: false, deductible: 0n, waiting: 0n, eventWindow: 0n },
  ...{ finderReward: 0n, settlerReward: 0n, family: 0n, proofTerms: `0x${'0'.repeat(64)}` },
}
const termsFields = [
  ...Object.keys(termsDefaults),
  ...['adjudicator', 'maxRatio', 'grace', 'minPeriod', 'maxPeriod', 'minRate', 'maxRate'],
]

/**
 * `bulwark create listing`: makes a listing of the terms and the wording that a file says.
 *
 * @example
 * const { data } = await createListingCommand(context)
 */
export async function createListingCommand(context: Context): Promise<Result> {
  const file = argumentOf(context, 'file')
  const wanted = await readJson(file)
  demandFields(
    file,
    wanted,
    ['ruledBy', 'terms', 'wording', 'config', 'metaEvidence'],
    ['config', 'metaEvidence', 'ruledBy'],
  )
  const connection = await connect(context)
  const sender = await chooseSender(context)
  const { ruledBy, config, metaEvidence = '' } = wanted
  const judge = typeof ruledBy === 'string' ? ruledBy : undefined
  const at = judge === undefined ? undefined : connection.contract(nameIn(file, judge))
  const terms = { ...termsDefaults, ...(at && { adjudicator: at }), ...(wanted.terms as object) } as Record<
    string,
    unknown
  >
  demandFields(file, terms, termsFields, [])
  for (const field of ['adjudicator', 'secondAdjudicator', 'bondToken']) demandAddress(file, field, terms[field])
  const wording = await wordingOf(file, wanted.wording)
  const call = encode(file, () => {
    if (judge === 'court') {
      const court = connection.contract('court')
      return prepareCreateCourtListing({
        ...{ court, wording, metaEvidence: String(metaEvidence), terms: terms as never, config: config as never },
      })
    }
    const make = judge === undefined ? undefined : makers[judge]
    if (make !== undefined) return make({ terms: terms as never, wording, config: config as never, at: at as Address })
    return prepareCreateListing({ ...(terms as never as object), listings: connection.core.listings, wording } as never)
  })
  const outcome = await transact(context, connection, sender, {
    title: 'Create a listing',
    facts: [
      ['ruled by', `${judge ?? 'the adjudicator'} ${String(terms.adjudicator)}`],
      ['pays at most', percent(terms.maxRatio as bigint)],
      ['period', `${span(terms.minPeriod as bigint)} to ${span(terms.maxPeriod as bigint)}`],
      ['wording', `${wording.slice(0, 60)}${wording.length > 60 ? '…' : ''}`],
    ],
    worst: 'only gas is spent; nothing of a listing can be changed later',
    steps: [{ label: 'create the listing', contract: judge ?? 'Listings', call }],
  })
  const logs = outcome.receipts.flatMap((receipt) => receipt.logs)
  const [created] = parseEventLogs({ abi: listingsAbi, logs, eventName: 'ListingCreated' })
  return {
    data: { asOf: connection.asOf, listing: created?.args.listing ?? null, ...outcomeData(outcome) },
    view: [
      { fields: created === undefined ? [] : [['listing', String(created.args.listing)]] },
      outcomeSection(outcome),
    ],
  }
}

const nameIn = (file: string, judge: string) => {
  if (judge === 'court' || judge in makers) return judge as 'court'
  const known = ['court', ...Object.keys(makers)].join(', ')
  throw new UsageError(`${file}: ruledBy is ${JSON.stringify(judge)}.`, {
    advice: `Write one of ${known}, or leave it out and give terms.adjudicator.`,
  })
}

async function wordingOf(file: string, wording: unknown): Promise<string> {
  if (typeof wording === 'string') return wording
  const path = (wording as { file?: unknown } | undefined)?.file
  if (typeof path !== 'string') throw new UsageError(`${file}: wording is neither a text nor { "file": "PATH" }.`)
  return readFile(path, 'utf8').catch((cause) => {
    throw new UsageError(`${path} cannot be read.`, { cause })
  })
}

function demandFields(file: string, value: object, known: readonly string[], optional: readonly string[]): void {
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue
    throw new UsageError(`${file} has a field ${JSON.stringify(name)}.`, { advice: `It may have ${known.join(', ')}.` })
  }
  for (const name of known) {
    if (!optional.includes(name) && (value as Record<string, unknown>)[name] === undefined) {
      throw new UsageError(`${file}: ${name} is missing.`)
    }
  }
}

function demandAddress(file: string, field: string, value: unknown): void {
  if (typeof value === 'string' && isAddress(value)) return
  throw new UsageError(`${file}: ${field} is not an address.`)
}

/** What cannot be encoded is a field of the wrong kind. */
function encode(file: string, make: () => PreparedCall): PreparedCall {
  try {
    return make()
  } catch (cause) {
    const { shortMessage, message } = cause as { shortMessage?: string; message: string }
    throw new UsageError(`${file} has a field that is not as it should be: ${shortMessage ?? message}`, { cause })
  }
}
