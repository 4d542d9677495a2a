import { BulwarkError } from './base.ts'

/** A field of an event's facts is not written as it has to be. */
export class InvalidFactsError extends BulwarkError {
  override readonly name = 'InvalidFactsError'

  constructor({ field, value }: { field: string; value: unknown }) {
    super(`The field ${field} cannot be ${String(value)}.`, {
      advice: 'Write it as the documentation of `Facts` says: another spelling would be another event.',
    })
  }
}
