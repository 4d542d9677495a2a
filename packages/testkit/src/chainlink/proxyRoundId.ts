/**
 * The id under which a proxy knows an aggregator's round.
 *
 * @param round the aggregator's round, from 1.
 * @param phase which of the proxy's aggregators, from 1.
 * @example
 * proxyRoundId(1) // 18446744073709551617n
 */
export function proxyRoundId(round: number, phase = 1): bigint {
  return (BigInt(phase) << 64n) | BigInt(round)
}
