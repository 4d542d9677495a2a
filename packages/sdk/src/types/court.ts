import type { Address, Hex } from 'viem'

/** What a version of the court fixes. Shares are basis points, weights grains (1e-9 token), times seconds. */
export type CourtParameters = {
  /** Least weight that may commit, grains. */
  minStake: bigint
  /** Share of all stake that must have revealed. */
  quorum: number
  /** Fewest assessors who must have revealed. */
  minAssessors: number
  /** Awards no farther than this from the final one are near it, billionths. */
  tolerance: bigint
  /** Part of the weight that a far award costs. */
  wrongSlash: number
  /** Part of the weight that not revealing costs. */
  silentSlash: number
  /** Part of the bond that the assessors near the ruling share. */
  feeShare: number
  /** An award on more than this many times the revealed stake must be appealed to stand. */
  multiple: number
  /** Time after the assertion in which the case can be opened. */
  openTime: bigint
  /** Time after the reveals in which the award can be appealed. */
  appealTime: bigint
  /** Time in which evidence is taken. */
  evidenceTime: bigint
  /** Time after that in which it is answered. */
  answerTime: bigint
  /** Time in which assessors commit. */
  commitTime: bigint
  /** Time in which they reveal. */
  revealTime: bigint
}

/** Who hears appeals of a listing's cases. */
export type CourtConfig = {
  /** An ERC-792 arbitrator. */
  arbitrator: Address
  /** Seconds that it has; past them the award stands. */
  arbitrationTime: bigint
  /** Part of the bond, basis points, that repays an appeal that was mandatory, or changed the award. */
  repayShare: number
  /** What the arbitrator is told of how to judge. */
  extraData: Hex
}

/** A case of the court. Weights are grains, times unix seconds. */
export type Case = {
  /** First moment of the commits; evidence and answers before. */
  commitFrom: bigint
  /** Seconds in which assessors commit. */
  commitTime: bigint
  /** Seconds after that in which they reveal. */
  revealTime: bigint
  /** Second as of which weights count. */
  snapshot: bigint
  /** Revealed votes that count. */
  seats: number
  /** Weight of all who committed. */
  committed: bigint
  /** Weight of the seats. */
  revealed: bigint
  /** True if the court decides as the second adjudicator. */
  second: boolean
  /** The pool named at the opening. */
  pool: Address
  /** What the pools counted so far may have to pay, grains of stake. */
  amount: bigint
  /** Version of the parameters. */
  version: number
  /** True if awards are nothing or everything. */
  yesOrNo: boolean
  /** True once slashes and fees were booked. */
  settled: boolean
  /** Who paid the first appeal; the zero address: nobody. */
  appellant: Address
  /** Until when the arbitrator's ruling counts. */
  arbitrateUntil: bigint
  /** True once the arbitrator ruled. */
  ruled: boolean
  /** What it ruled: 0 refused, 1 nothing, 2 the award, 3 the amount claimed. */
  choice: number
  /** The dispute's number at the arbitrator. */
  dispute: bigint
}

/** A revealed vote. */
export type CaseVote = {
  voter: Address
  /** Grains; zero if it was voided. */
  weight: bigint
  /** Billionths of the ratio asserted. */
  award: bigint
}

/** What the votes revealed so far say. */
export type CaseTally = {
  /** Votes that count. */
  seated: bigint
  /** True if they suffice. */
  quorate: boolean
  /** True if the award stands unless somebody appeals. */
  stands: boolean
  /** Stake-weighted lower median, billionths. */
  award: bigint
}

/** Where a case can stand. `undecided`: nothing will be ruled, the incident lapses. */
export const caseOutcomes = ['pending', 'decided', 'undecided'] as const

/** Where a case stands, and its final award. */
export type CaseOutcome = {
  outcome: (typeof caseOutcomes)[number]
  /** Billionths of the ratio asserted. */
  award: bigint
}

/** What an assessor has at stake, grains. */
export type Assessor = {
  /** Counts in later cases. */
  staked: bigint
  /** Asked back; counts no more, but is liable. */
  leaving: bigint
  /** Liable for cases that are not settled. */
  locked: bigint
  /** Unix seconds from which what is leaving can be withdrawn. */
  readyAt: bigint
  /** Unix seconds of the last change of `staked`. */
  changedAt: bigint
}

/** Kinds of interest in a case. */
export const interests = ['shares', 'exit', 'cover'] as const

/** An assessor's interest in a case: shares of a pool, shares that ask to leave it, or a cover on the risk. */
export type Position =
  | { kind: 'shares'; pool: Address }
  | { kind: 'exit'; pool: Address; requestId: bigint }
  | { kind: 'cover'; id: bigint }

/** A dispute of the members' appeal. Times are unix seconds. */
export type MembersDispute = {
  /** Who created it and obeys. */
  arbitrable: Address
  /** Second as of which votes count. */
  snapshot: bigint
  /** End of the vote. */
  until: bigint
  /** Number of choices, besides refusing. */
  choices: number
  /** True once the arbitrable took the ruling. */
  executed: boolean
}
