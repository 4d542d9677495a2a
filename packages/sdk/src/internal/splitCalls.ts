import { type Address, type Hex, keccak256, stringToHex } from 'viem'

/** One call of a decision. */
export type ProposalCall = {
  /** The contract. */
  to: Address
  /** The encoded call. */
  data: Hex
  /** Wei to send along. @default none */
  value?: bigint | undefined
}

/** Calls as the governor and the timelock take them, and the hash of a text. */
export function splitCalls(calls: readonly ProposalCall[], description = '') {
  return {
    targets: calls.map(({ to }) => to),
    values: calls.map(({ value = 0n }) => value),
    calldatas: calls.map(({ data }) => data),
    descriptionHash: keccak256(stringToHex(description)),
  }
}
