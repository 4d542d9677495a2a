/** Gas that a batch costs beside its covers, and what one cover costs until it was measured. */
const fixed = 500_000n
const guess = 120_000n
/** A receiver of a payout may be given this much; each payment wants it left over. */
const reserve = 700_000n

/** Sizes batches of covers by what the last ones cost, so that each fits into a transaction. */
export class SettlementSizer {
  private readonly target: bigint
  private readonly perCover = new Map<string, bigint>()

  /** @param target gas of a batch. */
  constructor(target: bigint) {
    this.target = target
  }

  /** Covers that fit into a batch. */
  size(kind: string): number {
    const each = this.perCover.get(kind) ?? guess
    const count = Number((this.target - fixed) / each)
    return Math.max(1, Math.min(count, 250))
  }

  /** Gas to give to a batch. */
  gasFor(kind: string, covers: number): bigint {
    const each = this.perCover.get(kind) ?? guess * 2n
    return fixed + reserve + (BigInt(covers) * each * 5n) / 4n
  }

  /** Learns from a batch that was mined. */
  learn(kind: string, covers: number, gasUsed: bigint): void {
    const net = gasUsed > fixed / 5n ? gasUsed - fixed / 5n : gasUsed
    const measured = net / BigInt(covers) + 1n
    const before = this.perCover.get(kind)
    // Down slowly, up at once: a batch that is too large costs its gas for nothing.
    this.perCover.set(kind, before === undefined || measured > before ? measured : (before * 3n + measured) / 4n)
  }
}
