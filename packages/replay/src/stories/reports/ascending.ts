import type { Actor } from '@bulwark/testkit'

/** Signers in the order in which the trigger wants them. */
export function ascending(signers: readonly Actor[]): Actor[] {
  return signers.toSorted((a, b) => (BigInt(a.address) < BigInt(b.address) ? -1 : 1))
}
