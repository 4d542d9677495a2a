import { concat, type Hex } from 'viem'
import { cborText } from '../internal/cbor.ts'

/** What {@link encodeFunctionsRequest} takes. */
export type EncodeFunctionsRequestParameters = {
  /** JavaScript that a Chainlink Functions network runs: `bytesArgs` are the facts, the beginning and the end. */
  source: string
}

/**
 * Encodes what a listing asks a Chainlink Functions network for, as Chainlink's own library does it: inline JavaScript.
 * The trigger adds the event's arguments: see {@link encodeFunctionsData}. The source answers what
 * {@link encodeReportAnswer} encodes.
 *
 * @param parameters the source code.
 * @returns CBOR without the arguments: the `request` of a {@link FunctionsSource}, at most 16,384 bytes.
 * @example
 * const request = encodeFunctionsRequest({ source: 'const [facts, begins, ends] = bytesArgs; …' })
 */
export function encodeFunctionsRequest({ source }: EncodeFunctionsRequestParameters): Hex {
  const [inline, javaScript] = ['0x00', '0x00'] as const
  const location = [cborText('codeLocation'), inline]
  const language = [cborText('language'), javaScript]
  return concat([...location, ...language, cborText('source'), cborText(source)])
}
