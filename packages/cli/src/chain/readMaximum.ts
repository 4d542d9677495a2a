import { type Address, erc20Abi } from 'viem'
import { readContract } from 'viem/actions'
import { InsufficientBalanceError } from '../errors.ts'
import { parseAmount } from '../parse/parseAmount.ts'
import type { Connection } from './connect.ts'
import { say, type Token } from './tokens.ts'

/**
 * Reads an amount of a token, or `MAX` for all that an account has, rounded down to what a person can write.
 *
 * @throws {UsageError} if it is no amount.
 * @throws {InsufficientBalanceError} if the account has nothing.
 * @example
 * const assets = await readMaximum(connection, 'MAX', usdc, alice)
 */
export async function readMaximum(connection: Connection, text: string, token: Token, owner: Address): Promise<bigint> {
  const { symbol, decimals, address } = token
  if (text.toUpperCase() !== 'MAX') return parseAmount(text, { what: 'amount', decimals, symbol })
  const balance = await readContract(connection.client, {
    ...{ abi: erc20Abi, address, functionName: 'balanceOf', args: [owner] },
  })
  if (balance === 0n) throw new InsufficientBalanceError(`${owner} has ${say(0n, token)}.`)
  return balance
}
