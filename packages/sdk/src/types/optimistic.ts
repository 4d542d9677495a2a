import type { Address, Hex } from 'viem'

/** How UMA is asked under a listing. Amounts are in units of the currency. */
export type OptimisticConfig = {
  /** Token of UMA's bond; UMA's registry must know it. */
  currency: Address
  /** UMA's bond; more where UMA's least bond is higher by then. */
  bond: bigint
  /** Where UMA's least bond exceeds this, nothing is sold, and nobody must assert; at least `bond`. */
  maxBond: bigint
  /** Seconds in which an assertion can be disputed, 1 to 14 days. */
  liveness: bigint
}

/** What UMA's oracle has said of an incident, in the order of the contract's numbers. */
export const truthStates = ['none', 'asserted', 'disputed', 'upheld', 'rejected'] as const

/** What UMA's oracle has said of an incident. */
export type TruthState = (typeof truthStates)[number]

/** The assertion of an incident in UMA's oracle. */
export type TruthClaim = {
  /** Its id there; zero before. */
  assertionId: Hex
  /** Who brought UMA's bond, and gets it back from UMA if it is upheld. */
  asserter: Address
  /** Unix seconds at which it was asserted; zero before. */
  assertedAt: bigint
  /** What came of it. */
  state: TruthState
  /** UMA's oracle took no assertion while one was due: the incident is not denied for want of one. */
  refused: boolean
}
