import { RiskError } from '../exact/errors.ts'

/** The root of the mirror's errors: the events given are not all events of the deployment, in their order. */
export class MirrorError extends RiskError {
  override readonly name: string = 'MirrorError'
}

/** An event speaks of something that no earlier event made. */
export class MissingRecordError extends MirrorError {
  override readonly name = 'MissingRecordError'
  readonly kind: string
  readonly key: string

  constructor({ kind, key }: { kind: string; key: string }) {
    super(
      `No ${kind} of key "${key}" was made by an earlier event.`,
      'Apply every event of the deployment, in order, from its first block on.',
    )
    this.kind = kind
    this.key = key
  }
}

/** An event says another number than the mirror has: events are missing, out of order, or of another deployment. */
export class MirrorDivergedError extends MirrorError {
  override readonly name = 'MirrorDivergedError'
  readonly figure: string
  readonly expected: bigint
  readonly actual: bigint

  constructor({ figure, expected, actual }: { figure: string; expected: bigint; actual: bigint }) {
    super(
      `The chain says ${figure} ${expected}, the mirror ${actual}.`,
      'Rebuild it from the first block of the deployment.',
    )
    this.figure = figure
    this.expected = expected
    this.actual = actual
  }
}

/** The mirror of a pool was given up: an event of it could not be applied, or said another number. */
export class PoolDivergedError extends MirrorError {
  override readonly name = 'PoolDivergedError'
  readonly pool: string
  readonly reason: string

  constructor({ pool, reason }: { pool: string; reason: string }) {
    super(
      `The mirror of pool ${pool} was given up: ${reason}`,
      'Ask the chain about this pool; other pools are not concerned.',
    )
    this.pool = pool
    this.reason = reason
  }
}
