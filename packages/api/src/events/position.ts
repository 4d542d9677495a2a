import { ApiError } from '../errors.ts'

/** How far a listener was told: by chain, the last block and its hash. */
export type Position = ReadonlyMap<number, { readonly blockNumber: bigint; readonly blockHash: string | null }>

/**
 * A position as the id of an event.
 *
 * @example
 * formatPosition(new Map([[1, { blockNumber: 7n, blockHash: null }]])) // '1-7-'
 */
export function formatPosition(position: Position): string {
  const entries = [...position].sort(([a], [b]) => a - b)
  return entries.map(([chain, { blockNumber, blockHash }]) => `${chain}-${blockNumber}-${blockHash ?? ''}`).join(',')
}

/**
 * The position that the header `Last-Event-ID` names.
 *
 * @throws {ApiError} `invalid-request` if it is not an id that was sent.
 * @example
 * parsePosition('1-7-')
 */
export function parsePosition(text: string): Position {
  const position = new Map<number, { blockNumber: bigint; blockHash: string | null }>()
  for (const entry of text.slice(0, 4000).split(',')) {
    const match = /^(\d{1,15})-(\d{1,18})-(0x[0-9a-f]{64})?$/.exec(entry)
    if (match === null) {
      const message = 'must be the id of an event, as it came'
      const fields = [{ in: 'header', field: 'Last-Event-ID', message }]
      throw new ApiError({ code: 'invalid-request', detail: `Last-Event-ID ${message}.`, fields })
    }
    position.set(Number(match[1]), { blockNumber: BigInt(match[2] ?? 0), blockHash: match[3] ?? null })
  }
  return position
}
