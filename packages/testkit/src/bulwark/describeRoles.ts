import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Address, formatUnits, parseEventLogs, toFunctionSelector, toFunctionSignature } from 'viem'
import type { Deployed } from '../deploy.ts'
import { RolesIncompleteError } from '../errors.ts'
import type { Bulwark } from './deployBulwark.ts'
import { roles, type Target } from './roles.ts'

/** One restricted function of a deployment, as the chain has it. */
export type RoleRow = {
  role: string
  /** `Listings.setAdjudicator`. */
  fn: string
  /** What its code allows. */
  bound: string
  /** Who holds the role, with what each waits. */
  holders: string
}

const sources = join(import.meta.dirname, '../../../../contracts/src')

/**
 * Reads who may do what off a chain: every function whose source says `restricted`, its role in the AccessManager, who
 * holds that and how long each waits, and the constants that bound it.
 *
 * @throws {RolesIncompleteError} if a restricted function has no text in the table of roles, or one there is not restricted,
 * or has another role on the chain.
 * @example
 * const rows = await describeRoles(await deployBulwark(chain))
 */
export async function describeRoles(bulwark: Bulwark): Promise<RoleRow[]> {
  const targets: readonly Target[] = ['listings', 'lossProofs', 'factory', 'token', 'court']
  const contracts: Record<Target, string> = {
    listings: 'Listings',
    lossProofs: 'LossProofs',
    factory: 'PoolFactory',
    token: 'BulwarkToken',
    court: 'Court',
  }
  requireKnown(Object.values(contracts))
  const holders = await holdersOf(bulwark)
  const rows: (RoleRow & { id: bigint })[] = []
  for (const target of targets) {
    const contract = bulwark[target]
    for (const name of restrictedOf(contracts[target])) {
      const item = contract.abi.find((entry) => entry.type === 'function' && entry.name === name)
      if (item?.type !== 'function') throw new RolesIncompleteError(`${contracts[target]}.${name} is not in the ABI.`)
      const signature = toFunctionSignature(item)
      const args = [contract.address, toFunctionSelector(item)]
      const id = (await read(bulwark, bulwark.accessManager, 'getTargetFunctionRole', args)) as bigint
      const [role, { functions }] = Object.entries(roles).find(([, each]) => each.id === id) ?? ['', { functions: {} }]
      const bound = (functions as Partial<Record<Target, Record<string, string>>>)[target]?.[signature]
      if (bound === undefined) {
        throw new RolesIncompleteError(`${contracts[target]}.${signature} has role ${id} on the chain.`)
      }
      const text = await filled(bulwark, contract, bound)
      rows.push({ id, role, fn: `${contracts[target]}.${name}`, bound: text, holders: holders.get(id) ?? 'nobody' })
    }
  }
  const listed = Object.values(roles).flatMap(({ functions }) => Object.values(functions).flatMap(Object.keys))
  if (listed.length !== rows.length)
    throw new RolesIncompleteError(`${listed.length} are listed, ${rows.length} exist.`)
  return rows.sort((a, b) => Number(a.id - b.id)).map(({ id: _, ...row }) => row)
}

/** Names of the functions of a contract whose source says `restricted`. */
function restrictedOf(contract: string): string[] {
  const [path] = globSync(`**/${contract}.sol`, { cwd: sources })
  const source = readFileSync(join(sources, path as string), 'utf8')
  return [...source.matchAll(/function (\w+)\([^)]*\)[^{;]*\brestricted\b/g)].map(([, name]) => name as string)
}

/** Every contract with a restricted function is one that the table knows. */
function requireKnown(known: readonly string[]): void {
  for (const path of globSync('**/*.sol', { cwd: sources })) {
    const name = /(\w+)\.sol$/.exec(path)?.[1] as string
    const source = readFileSync(join(sources, path), 'utf8')
    if (/\)[^{;]*\brestricted\b[^{;]*\{/.test(source) && !known.includes(name)) {
      throw new RolesIncompleteError(`${name} has restricted functions, and no place in the table.`)
    }
  }
}

/** Who holds each role, from the events of the AccessManager, and what each waits. */
async function holdersOf(bulwark: Bulwark): Promise<Map<bigint, string>> {
  const { accessManager, timelock, chain } = bulwark
  const logs = await chain.public.getLogs({ address: accessManager.address, fromBlock: 0n })
  const granted = parseEventLogs({ abi: accessManager.abi, logs, eventName: 'RoleGranted' })
  const seen = new Map<string, { id: bigint; account: Address }>()
  for (const { args } of granted as unknown as { args: { roleId: bigint; account: Address } }[]) {
    seen.set(`${args.roleId} ${args.account}`, { id: args.roleId, account: args.account })
  }
  const timelockWaits = (await read(bulwark, timelock, 'getMinDelay')) as bigint
  const lines = new Map<bigint, string>()
  for (const { id, account } of seen.values()) {
    const [isMember, delay] = (await read(bulwark, accessManager, 'hasRole', [id, account])) as [boolean, number]
    if (!isMember) continue
    const isTimelock = account.toLowerCase() === timelock.address.toLowerCase()
    const waits = BigInt(delay) + (isTimelock ? timelockWaits : 0n)
    const who = isTimelock
      ? 'timelock'
      : (chain.actors.byAddress.get(account.toLowerCase() as Address)?.label ?? account)
    const line = `${named[who] ?? who}, ${waits === 0n ? 'at once' : `after ${units.time(waits)}`}`
    lines.set(id, [lines.get(id), line].filter(Boolean).join('; '))
  }
  return lines
}

const named: Readonly<Record<string, string>> = { ratePoster: 'rate poster' }

const units = {
  time: (seconds: bigint) =>
    seconds % 86_400n === 0n ? `${seconds / 86_400n} days` : `${formatUnits((seconds * 10n) / 3_600n, 1)} hours`,
  points: (points: bigint) => `${formatUnits(points, 2)} %`,
  part: (wad: bigint) => `${formatUnits(wad, 16)} %`,
  tokens: (amount: bigint) => `${(amount / 10n ** 18n).toLocaleString('en')} tokens`,
} as const

/** A bound with the constants of the deployed contract in it. */
async function filled(bulwark: Bulwark, contract: Deployed, bound: string): Promise<string> {
  let text = bound
  for (const [hole, name, unit] of bound.matchAll(/\{(\w+):(\w+)\}/g)) {
    const value = (await read(bulwark, contract, name as string)) as bigint
    text = text.replaceAll(hole, units[unit as keyof typeof units](value))
  }
  return text
}

function read({ chain }: Bulwark, contract: Deployed, functionName: string, args: readonly unknown[] = []) {
  return chain.public.readContract({ ...contract, functionName, args })
}
