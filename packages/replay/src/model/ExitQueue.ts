import { type ServedExitReturnType, servedExit } from '@bulwark/risk/exact'
import type { ExitRequest } from './types.ts'

/** The pool that serves: own funds and what of them may be used and is required, units; shares outstanding. */
type Serving = {
  at: bigint
  cooldown: bigint
  high: bigint
  low: bigint
  required: bigint
  supply: bigint
  virtualShares: bigint
}

/** Who asked to leave, in order. */
export class ExitQueue {
  /** Shares that wait. */
  queued = 0n
  private readonly requests: ExitRequest[] = []

  add(request: ExitRequest): void {
    this.requests.push({ ...request })
    this.queued += request.shares
  }

  /** Serves in order, the last one in part if need be, for as long as money and cooldowns allow. */
  serve({ at, cooldown, required, virtualShares, ...pool }: Serving): (ServedExitReturnType & { who: string })[] {
    const served: (ServedExitReturnType & { who: string })[] = []
    for (let request = this.requests[0]; request && at >= request.askedAt + cooldown; request = this.requests[0]) {
      const spare = pool.low > required ? pool.low - required : 0n
      const exit = servedExit({ request, ...pool, spare, virtualShares })
      if (exit.shares === 0n) break
      pool.high -= exit.leaving
      pool.low = pool.low > exit.leaving ? pool.low - exit.leaving : 0n
      pool.supply -= exit.shares
      this.queued -= exit.shares
      served.push({ who: request.who, ...exit })
      const left = request.shares - exit.shares
      if (left === 0n) {
        this.requests.shift()
        continue
      }
      Object.assign(request, { value: (request.value * left) / request.shares, shares: left })
      break
    }
    return served
  }
}
