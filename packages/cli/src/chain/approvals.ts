import { type Address, encodeFunctionData, erc20Abi } from 'viem'
import { readContract } from 'viem/actions'
import { InsufficientBalanceError } from '../errors.ts'
import type { Connection } from './connect.ts'
import { say, type Token } from './tokens.ts'
import type { Step } from './transact.ts'

/** The parameters of {@link approvals}. */
export type ApprovalsParameters = {
  readonly token: Token
  readonly owner: Address
  readonly spender: Address
  /** Units that will be taken at most. */
  readonly amount: bigint
}

/**
 * What has to be sent before a contract may take an amount: nothing if it may already, else an approval of exactly so
 * much. Where a token refuses to change what is left of an earlier one, that is taken back first.
 *
 * @throws {InsufficientBalanceError} if the owner has less.
 * @example
 * const steps = [...(await approvals(connection, { token, owner, spender: pool, amount })), purchase]
 */
export async function approvals(connection: Connection, parameters: ApprovalsParameters): Promise<readonly Step[]> {
  const { token, owner, spender, amount } = parameters
  const contract = { abi: erc20Abi, address: token.address } as const
  const [balance, allowance] = await Promise.all([
    readContract(connection.client, { ...contract, functionName: 'balanceOf', args: [owner] }),
    readContract(connection.client, { ...contract, functionName: 'allowance', args: [owner, spender] }),
  ])
  if (balance < amount) {
    const advice = `Get ${say(amount - balance, token)} more, or take less.`
    const message = `${owner} has ${say(balance, token)} of the ${say(amount, token)} needed.`
    throw new InsufficientBalanceError(message, { advice })
  }
  if (allowance >= amount) return []
  const approve = (units: bigint): Step => ({
    label: `approve ${say(units, token)}`,
    contract: token.symbol,
    call: {
      to: token.address,
      data: encodeFunctionData({ abi: erc20Abi, functionName: 'approve', args: [spender, units] }),
      value: 0n,
    },
  })
  const exact = approve(amount)
  const { to, data } = exact.call
  const refuses = allowance > 0n && (await connection.client.call({ account: owner, to, data }).then(no, yes))
  return refuses ? [approve(0n), exact] : [exact]
}

const yes = () => true
const no = () => false
