/**
 * Writes packages/sdk/src/abis from what `forge build` compiled: one constant for each contract that is deployed, one
 * for what several of them have in common, and one with every error that can come out of them. `--check` writes nothing and ends with 1 if a file would change.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

type Parameter = { name: string; type: string; components?: Parameter[]; indexed?: boolean }
type Item = { type: string; name: string; inputs: Parameter[]; outputs?: Parameter[]; stateMutability?: string }

const root = join(import.meta.dirname, '..')
const out = join(root, 'contracts/out')
const target = join(root, 'packages/sdk/src/abis')

/** Contracts that are deployed, with the libraries that run in their place and revert with errors of their own. */
export const contracts: Record<string, string[]> = {
  Pool: ['Sales', 'Extensions', 'Refunds', 'Claims', 'Payouts', 'Underwriting'],
  PoolFactory: [],
  Listings: [],
  Covers: [],
  Incidents: ['Settlements', 'LeafSettlements', 'Recoveries'],
  LossProofs: ['FeedValue'],
  Salvage: [],
  CoverDescriptor: [],
  StatementRegistry: [],
  PriceFeedTrigger: [],
  VaultLossTrigger: [],
  DeficitTrigger: [],
  ReserveTrigger: [],
  FrozenTrigger: [],
  ReportTrigger: [],
  Court: ['CourtOpening', 'CourtConflicts', 'CourtAppeals', 'CourtSettlement', 'CourtStakes', 'CourtConfig'],
  MembersAppeal: [],
  BulwarkToken: [],
  BulwarkGovernor: [],
  BulwarkTimelock: [],
  BulwarkAccessManager: [],
  Optimistic: [],
}

/** What several contracts have in common: their shared functions are called through it, whichever of them it is. */
export const shared: Record<string, string> = {
  IAdjudicator: 'adjudicatorAbi',
  ReadingTrigger: 'readingTriggerAbi',
  MarkedTrigger: 'markedTriggerAbi',
}

/** Errors thrown by assembly of inlined libraries: the compiler does not see that a contract can revert with them. */
const inlined: Record<string, string[]> = {
  SafeTransferLib: ['TransferFailed', 'TransferFromFailed', 'ETHTransferFailed'],
  FixedPointMathLib: ['ExpOverflow', 'FullMulDivFailed', 'MulDivFailed', 'DivFailed'],
  SafeCastLib: ['Overflow'],
}

/** The text of every generated file, by its path. */
export function generateAbis(): Map<string, string> {
  const files = new Map<string, string>()
  const errors: Item[] = []
  for (const [name, libraries] of Object.entries(contracts)) {
    if (!existsSync(artifactOf(name))) continue
    const own = readAbi(name)
    const abi = unique([...own, ...libraries.flatMap(readAbi).filter(isError)]).sort(byKindAndName)
    errors.push(...abi.filter(isError))
    files.set(join(target, `${variable(name)}.ts`), render(`${variable(name)}`, `The ABI of \`${name}\`.`, abi))
  }
  for (const [name, constant] of Object.entries(shared)) {
    if (!existsSync(artifactOf(name))) continue
    const abi = readAbi(name).sort(byKindAndName)
    files.set(join(target, `${constant}.ts`), render(constant, `What contracts share as \`${name}\`.`, abi))
  }
  for (const [library, names] of Object.entries(inlined)) {
    errors.push(...readAbi(library).filter((item) => isError(item) && names.includes(item.name)))
  }
  const all = unique(errors).sort(byKindAndName)
  files.set(join(target, 'errorsAbi.ts'), render('errorsAbi', 'Every custom error that Bulwark can revert with.', all))
  const names = [...files.keys()].map((path) => relative(target, path).replace('.ts', '')).sort()
  files.set(join(target, 'index.ts'), names.map((name) => `export { ${name} } from './${name}.ts'\n`).join(''))
  return files
}

function artifactOf(name: string): string {
  return join(out, `${name}.sol/${name}.json`)
}

function readAbi(name: string): Item[] {
  const { abi } = JSON.parse(readFileSync(artifactOf(name), 'utf8')) as { abi: Item[] }
  // The SDK hands out an error's arguments by name: an imported library may have left one without.
  const named = (item: Item): Item => ({
    ...item,
    inputs: item.inputs.map((input) => ({ ...input, name: input.name || 'value' })),
  })
  return abi.map((item) => (isError(item) ? named(item) : item))
}

function isError(item: Item): boolean {
  return item.type === 'error'
}

function variable(name: string): string {
  return `${name[0]?.toLowerCase()}${name.slice(1)}Abi`
}

/** `name(type,type)`, which is what makes an item different from another of its kind. */
function signature({ type, name = '', inputs = [] }: Item): string {
  const types = (parameters: Parameter[]): string =>
    parameters
      .map(({ type, components }) => (components ? type.replace('tuple', `(${types(components)})`) : type))
      .join()
  return `${type} ${name}(${types(inputs)})`
}

/** One item of each signature: the first, whose parameters' names count. */
function unique(items: Item[]): Item[] {
  return [...new Map(items.toReversed().map((item) => [signature(item), item])).values()]
}

const kinds = ['constructor', 'receive', 'fallback', 'function', 'event', 'error']

function byKindAndName(a: Item, b: Item): number {
  const [left, right] = [signature(a), signature(b)]
  return kinds.indexOf(a.type) - kinds.indexOf(b.type) || (left < right ? -1 : left > right ? 1 : 0)
}

/** One item to a line: a change of the contracts shows as a change of those lines. */
function render(name: string, doc: string, abi: Item[]): string {
  const lines = abi.map((item) => `  ${literal(item)},\n`).join('')
  return `// biome-ignore-all format: generated by \`npm run generate\`, one item to a line; do not edit.\n\n/** ${doc} */\nexport const ${name} = [\n${lines}] as const\n`
}

/** A TypeScript literal, without `internalType`, which nobody needs at run time. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([key]) => key !== 'internalType')
    return `{ ${fields.map(([key, field]) => `${key}: ${literal(field)}`).join(', ')} }`
  }
  return typeof value === 'string' ? `'${value}'` : String(value)
}

/** Paths whose text differs from what would be generated, and files that nothing generates. */
export function staleAbis(files: Map<string, string> = generateAbis()): string[] {
  const changed = [...files].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
  const present = existsSync(target) ? readdirSync(target).map((file) => join(target, file)) : []
  return [...changed.map(([path]) => path), ...present.filter((path) => !files.has(path))].map((path) =>
    relative(root, path),
  )
}

if (import.meta.main) {
  const files = generateAbis()
  if (process.argv.includes('--check')) {
    const stale = staleAbis(files)
    for (const path of stale) console.error(`${path} is not what the contracts give; run \`npm run generate\``)
    process.exitCode = stale.length > 0 ? 1 : 0
  } else {
    mkdirSync(target, { recursive: true })
    for (const [path, text] of files) writeFileSync(path, text)
  }
}
