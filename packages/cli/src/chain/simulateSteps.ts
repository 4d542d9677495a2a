import { decodeBulwarkError, toBulwarkError } from '@bulwark/sdk'
import { type Address, BaseError, type Hex, numberToHex } from 'viem'
import { RevertedError } from '../errors.ts'
import type { Connection } from './connect.ts'
import type { Step } from './transact.ts'

/** What a simulation found, a step each; undefined where the node cannot try what has not happened yet. */
export type Simulated = readonly ({ readonly returned: Hex; readonly gas?: bigint } | undefined)[]

type SimulatedCall = { status: Hex; returnData: Hex; gasUsed: Hex; error?: { message?: string; data?: Hex } }

/**
 * Runs calls one after the other on the state of the newest block, without sending them.
 *
 * @throws {ContractError} if one of them would revert by one of Bulwark's errors.
 * @throws {RevertedError} if one would revert for another reason.
 * @example
 * const [approved, bought] = await simulateSteps(connection, holder, steps)
 */
export async function simulateSteps(connection: Connection, from: Address, steps: readonly Step[]): Promise<Simulated> {
  const [only] = steps
  if (only === undefined) return []
  if (steps.length === 1) return [await simulateStep(connection, from, only)]
  const calls = steps.map(({ call: { to, data, value } }) => ({ from, to, data, value: numberToHex(value) }))
  let blocks: { calls: readonly SimulatedCall[] }[]
  try {
    blocks = await connection.client.request({
      method: 'eth_simulateV1',
      params: [{ blockStateCalls: [{ calls }], validation: false }, 'latest'],
    } as never)
  } catch (error) {
    // Not every node simulates several calls: the first alone, and the others when their turn comes.
    if (!(error instanceof BaseError) || !error.walk((cause) => 'code' in (cause as Error))) throw error
    return [await simulateStep(connection, from, only), ...steps.slice(1).map(() => undefined)]
  }
  const results = blocks[0]?.calls ?? []
  return steps.map((step, index) => {
    const { status, returnData, gasUsed, error } = results[index] as SimulatedCall
    if (BigInt(status) === 1n) return { returned: returnData, gas: BigInt(gasUsed) }
    const data = error?.data ?? returnData
    throw decodeBulwarkError(data) ?? revertOf(step, error?.message ?? data)
  })
}

/**
 * Runs one call on the state of the newest block, without sending it.
 *
 * @throws {ContractError} if it would revert by one of Bulwark's errors.
 * @throws {RevertedError} if it would revert for another reason.
 * @example
 * const { returned } = await simulateStep(connection, holder, step)
 */
export async function simulateStep(
  { client }: Connection,
  from: Address,
  step: Step,
): Promise<{ readonly returned: Hex; readonly gas?: bigint }> {
  const { to, data, value } = step.call
  try {
    const { data: returned = '0x' } = await client.call({ account: from, to, data, value })
    return { returned }
  } catch (error) {
    throw toRevert(error, step)
  }
}

/** What viem says of a call that reverts, as an error with a reason. */
export function toRevert(error: unknown, step: Step): unknown {
  const known = toBulwarkError(error)
  if (known !== error || !(error instanceof BaseError)) return known
  const revert = error.walk((cause) => (cause as Error).name === 'ExecutionRevertedError') as BaseError | null
  const { code, data, message } = (error.walk((cause) => (cause as { code?: number }).code === 3) ?? {}) as {
    code?: number
    data?: Hex
    message?: string
  }
  if (revert?.name !== 'ExecutionRevertedError' && code !== 3) return error
  return revertOf(step, revert?.details || message || data || 'no reason given', error)
}

function revertOf({ label }: Step, reason: string, cause?: unknown): RevertedError {
  const advice = 'Nothing was changed and no money moved.'
  return new RevertedError(`The contract refuses to ${label}: ${reason}`, { advice, cause, details: { reason } })
}
