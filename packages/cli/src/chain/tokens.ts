import { type Address, erc20Abi, formatUnits } from 'viem'
import { readContract } from 'viem/actions'
import type { Connection } from './connect.ts'

/** What amounts of a token are written with. */
export type Token = { readonly address: Address; readonly symbol: string; readonly decimals: number }

/** An amount as `--json` has it. */
export type Amount = {
  /** Units, in decimal digits. */
  readonly units: bigint
  readonly decimals: number
  readonly symbol: string
  /** What people write. */
  readonly value: string
}

const known = new WeakMap<Connection, Map<Address, Promise<Token>>>()

/**
 * Asks a token for its symbol and decimals, once.
 *
 * @example
 * const { symbol } = await getToken(connection, asset)
 */
export function getToken(connection: Connection, address: Address): Promise<Token> {
  const tokens = known.get(connection) ?? new Map<Address, Promise<Token>>()
  known.set(connection, tokens)
  const asked = tokens.get(address) ?? ask(connection, address)
  tokens.set(address, asked)
  return asked
}

async function ask({ client }: Connection, address: Address): Promise<Token> {
  const token = { abi: erc20Abi, address }
  const [symbol, decimals] = await Promise.all([
    readContract(client, { ...token, functionName: 'symbol' }).catch(() => address.slice(0, 10)),
    readContract(client, { ...token, functionName: 'decimals' }),
  ])
  return { address, symbol, decimals }
}

/**
 * An amount of a token, as `--json` has it.
 *
 * @example
 * amountOf(1_500_000n, usdc).value // '1.5'
 */
export function amountOf(units: bigint, { symbol, decimals }: Omit<Token, 'address'>): Amount {
  return { units, decimals, symbol, value: formatUnits(units, decimals) }
}

/**
 * An amount of a token, as people read it; it can be copied into a command.
 *
 * @example
 * say(1_500_000n, usdc) // '1.5 USDC'
 */
export function say(units: bigint, { symbol, decimals }: Omit<Token, 'address'>): string {
  return `${formatUnits(units, decimals)} ${symbol}`
}
