import { concat, type Hex, numberToHex } from 'viem'
import { cborBytes, cborText } from '../internal/cbor.ts'
import type { InsuredEvent } from '../types/report.ts'

/** What {@link encodeFunctionsData} takes. */
export type EncodeFunctionsDataParameters = {
  /** What the listing asks for: see `encodeFunctionsRequest`. */
  request: Hex
  /** What `event.facts` is the hash of, at most 255 bytes. */
  facts: Hex
  /** The event. */
  event: Pick<InsuredEvent, 'begins' | 'ends'>
}

/**
 * Encodes what `ReportTrigger` sends to a Chainlink Functions network for one event, to try a source before listing it.
 *
 * @param parameters the request, and the event.
 * @returns the request with `bytesArgs`: the facts, and beginning and end as words of 32 bytes.
 * @example
 * const request = encodeFunctionsRequest({ source: 'const [facts, begins, ends] = bytesArgs; …' })
 * const facts = encodeFacts({ kind: 'slashing', chainId: 1n, validator: 123_456n })
 * const data = encodeFunctionsData({ request, facts, event: offer })
 */
export function encodeFunctionsData({ request, facts, event }: EncodeFunctionsDataParameters): Hex {
  const [openList, end] = ['0x9f', '0xff'] as const
  const times = [event.begins, event.ends].map((time) => cborBytes(numberToHex(time, { size: 32 })))
  return concat([request, cborText('bytesArgs'), openList, cborBytes(facts), ...times, end])
}
