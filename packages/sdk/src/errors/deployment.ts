import type { Address, Hash } from 'viem'
import { BulwarkError } from './base.ts'

/** A text is not the manifest of a deployment. */
export class InvalidDeploymentError extends BulwarkError {
  override readonly name = 'InvalidDeploymentError'

  constructor({ field, value }: { field: string; value: unknown }) {
    super(`The manifest's ${field} cannot be ${JSON.stringify(value) ?? 'missing'}.`, {
      advice: 'Take the manifest that the deployment wrote, unedited.',
    })
  }
}

/** The node follows another chain than the manifest names. */
export class WrongChainError extends BulwarkError {
  override readonly name = 'WrongChainError'

  constructor({ field, expected, actual }: { field: 'chain id' | 'genesis hash'; expected: string; actual: string }) {
    super(`The node's ${field} is ${actual}, the manifest's is ${expected}.`, {
      advice: 'Give the RPC URL of the chain that the manifest was written for, or the manifest of this chain.',
    })
  }
}

/** What lies at an address is not what was deployed there. */
export class CodeMismatchError extends BulwarkError {
  override readonly name = 'CodeMismatchError'

  constructor({
    contract,
    address,
    expected,
    actual,
  }: {
    contract: string
    address: Address
    expected: Hash
    actual: Hash | undefined
  }) {
    const found = actual === undefined ? 'no code' : `code of hash ${actual}`
    super(`The contract ${contract} at ${address} has ${found}, the manifest says ${expected}.`, {
      advice: 'Take the manifest of this deployment; nothing was read or written.',
    })
  }
}
