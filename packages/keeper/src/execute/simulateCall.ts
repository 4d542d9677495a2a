import { type PreparedCall, toBulwarkError } from '@bulwark/sdk'
import { type Address, BaseError, type Client, type Transport } from 'viem'
import { estimateGas, call as ethCall } from 'viem/actions'
import type { Job } from '../plan/Action.ts'

/** The most gas that a transaction may have since EIP-7825. */
export const gasLimitOfTransaction = 2n ** 24n

/**
 * The most gas for jobs that end in code which anybody may have written: a token's transfer, an arbitrable. What costs
 * more is not worth it to the keeper.
 */
export const gasLimitOfJob: { readonly [job in Job]?: bigint } = {
  collect: 500_000n,
  executeDispute: 1_500_000n,
}

/** What a simulation says: the gas to give, or why the call would revert. */
export type Simulated = { readonly gas: bigint } | { readonly refused: string }

/** The parameters of {@link simulateCall}. */
export type SimulateCallParameters = {
  call: PreparedCall
  from: Address
  /** Gas to give. @default what the node estimates, and half of it more */
  gas?: bigint | undefined
}

/**
 * Runs a call in the block that is being made, right before it is sent.
 *
 * @returns why it would revert, by the name of the contract's error; a node that does not answer throws.
 * @example
 * const simulated = await simulateCall(client, { call, from: keeper })
 */
export async function simulateCall(
  client: Client<Transport>,
  { call: { to, data, value }, from, gas }: SimulateCallParameters,
): Promise<Simulated> {
  const call = { account: from, to, data, value, blockTag: 'pending' as const }
  try {
    if (gas !== undefined) {
      await ethCall(client, { ...call, gas })
      return { gas }
    }
    const estimate = await estimateGas(client, call)
    const given = estimate + estimate / 2n + 50_000n
    return { gas: given < gasLimitOfTransaction ? given : gasLimitOfTransaction }
  } catch (error) {
    const refused = refusalOf(error)
    if (refused === undefined) throw error
    return { refused }
  }
}

/** The name of the error if a contract reverted; nothing if the node failed. */
export function refusalOf(error: unknown): string | undefined {
  const bulwark = toBulwarkError(error)
  if (bulwark !== error && bulwark instanceof Error) return bulwark.constructor.name.replace(/Error$/, '')
  if (!(error instanceof BaseError)) return undefined
  let refused: string | undefined
  error.walk((cause) => {
    const { code, message, details } = cause as { code?: number; message?: string; details?: string }
    const isRevert = code === 3 || /revert|out of gas|outofgas/i.test(`${message} ${details ?? ''}`)
    if (isRevert) refused = (details ?? message ?? 'reverted').slice(0, 200)
    return isRevert
  })
  return refused
}
