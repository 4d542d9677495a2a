/** How badly a node behaves: probabilities of each kind of fault per request. */
export type FaultPlan = {
  /** The connection breaks before an answer. */
  readonly drop: number
  /** HTTP 500 or 502. */
  readonly crash: number
  /** HTTP 429 with Retry-After, or the error -32005. */
  readonly limit: number
  /** An error of JSON-RPC that says nothing useful. */
  readonly refuse: number
  /** An answer that comes late, by up to `slowest` milliseconds. */
  readonly slow: number
  readonly slowest: number
  /** A head some blocks behind the real one, as behind a load balancer. */
  readonly stale: number
  /** Logs of which some are missing, or a receipt that is not there. */
  readonly lie: number
}

/** A node that does its work. */
export const noFaults: FaultPlan = {
  ...{ drop: 0, crash: 0, limit: 0, refuse: 0, slow: 0, slowest: 0, stale: 0, lie: 0 },
}
