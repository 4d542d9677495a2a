import type { MirrorKind, MirrorRecords } from '@bulwark/risk/mirror'

/**
 * Writes a record of a mirror as text: JSON, integers with an `n` behind them.
 *
 * @example
 * writeRecord({ amount: 7n }) // '{"amount":"7n"}'
 */
export function writeRecord(record: MirrorRecords[MirrorKind]): string {
  return JSON.stringify(record, (_, value) => (typeof value === 'bigint' ? `${value}n` : value))
}

/**
 * Reads a record of a mirror, as {@link writeRecord} wrote it.
 *
 * @example
 * readRecord<'runOff'>('{"amount":"7n"}').amount // 7n
 */
export function readRecord<kind extends MirrorKind>(text: string): MirrorRecords[kind] {
  return JSON.parse(text, (_, value) =>
    typeof value === 'string' && integer.test(value) ? BigInt(value.slice(0, -1)) : value,
  )
}

const integer = /^-?\d+n$/
