import { type Abi, type Address, decodeFunctionData, type Hex } from 'viem'
import * as abis from '../abis/index.ts'

/** One call of a decision, as people read it. */
export type DecodedCall = {
  to: Address
  /** Name of the ABI that knows it; undefined if none of Bulwark's does. */
  abi: string | undefined
  functionName: string | undefined
  args: readonly unknown[]
}

/**
 * Says what a decision would do: finds the function of Bulwark's contracts that each call is of.
 *
 * @param calls as they were proposed.
 * @returns the calls, decoded where they are of a function of Bulwark.
 * @example
 * const [call] = decodeProposal([prepareSetProtocolFee({ listings, fee: 300 })]) // call.functionName: 'setProtocolFee'
 */
export function decodeProposal(calls: readonly { to: Address; data: Hex }[]): DecodedCall[] {
  return calls.map(({ to, data }) => {
    for (const [abi, items] of Object.entries<Abi>(abis)) {
      try {
        const { functionName, args = [] } = decodeFunctionData({ abi: items, data })
        return { to, abi, functionName, args }
      } catch {
        // Not of this contract.
      }
    }
    return { to, abi: undefined, functionName: undefined, args: [] }
  })
}
