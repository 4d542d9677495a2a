import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  RoundsColumnError,
  RoundsEmptyError,
  RoundsFileUnreadableError,
  RoundsGapError,
  RoundsNumberError,
  RoundsTimeError,
} from './errors.ts'

/** One published answer of a price feed. */
export type Round = {
  /** The aggregator's round id. */
  readonly round: number
  /** The price, in the feed's decimals. */
  readonly answer: bigint
  /** In Unix seconds. */
  readonly updatedAt: number
}

/** 400 real rounds of USDC / USD up to March 2023, in 8 decimals: see data/README.md. Its first round is 746. */
export const usdcRoundsFile = join(import.meta.dirname, '../data/usdc-usd-2023.csv')

/** The columns' names in each form a file may have; other columns are ignored, and the order is free. */
const forms = [
  { round: 'round', time: 'time', answer: 'answer' },
  { round: 'aggregator_round_id', time: 'updated_at', answer: 'answer', phase: 'phase_id' },
] as const

/**
 * Reads the rounds of one aggregator from a CSV file with a header. Two forms are known: `round,time,answer`, and
 * `round_id,phase_id,aggregator_round_id,answer,updated_at,updated_at_utc`.
 *
 * @throws {RoundsFileUnreadableError} if the file cannot be read.
 * @throws {RoundsColumnError} if a column is missing or a row has another number of cells.
 * @throws {RoundsNumberError} if a cell is not a whole number.
 * @throws {RoundsGapError} if a round does not follow the one before.
 * @throws {RoundsTimeError} if a round is not later than the one before.
 * @throws {RoundsEmptyError} if there is no round.
 * @example
 * const rounds = await readRounds(usdcRoundsFile)
 */
export async function readRounds(path: string): Promise<Round[]> {
  const text = await readFile(path, 'utf8').catch((cause) => {
    throw new RoundsFileUnreadableError({ path, cause })
  })
  return parseRounds(text, path)
}

/** Parses what {@link readRounds} reads. `path` is only for the errors. */
export function parseRounds(text: string, path: string): Round[] {
  const [header = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
  const names = cells(header)
  const form = forms.find((form) => Object.values(form).every((name) => names.includes(name)))
  if (!form) {
    throw new RoundsColumnError(`${path}: the header is "${header}".`, {
      advice: `It must have the columns ${forms.map((form) => Object.values(form).join(', ')).join(', or ')}.`,
    })
  }
  if (lines.length === 0) throw new RoundsEmptyError({ where: path })

  const rounds: Round[] = []
  let phase: string | undefined
  for (const [index, line] of lines.entries()) {
    const where = `${path}:${index + 2}`
    const row = cells(line)
    if (row.length !== names.length) {
      throw new RoundsColumnError(`${where}: ${row.length} cells under ${names.length} columns.`)
    }
    const cell = (name: string) => row[names.indexOf(name)] ?? ''
    const round = wholeNumber(where, form.round, cell(form.round))
    const updatedAt = wholeNumber(where, form.time, cell(form.time))
    const answer = cell(form.answer)
    if (!/^-?\d+$/.test(answer)) throw new RoundsNumberError({ where, column: form.answer, value: answer })

    const previous = rounds.at(-1)
    const rowPhase = 'phase' in form ? cell(form.phase) : undefined
    if (previous && (round !== previous.round + 1 || rowPhase !== phase)) {
      throw new RoundsGapError({ where, previous: previous.round, round })
    }
    if (previous && updatedAt <= previous.updatedAt) {
      throw new RoundsTimeError({ where, previous: previous.updatedAt, time: updatedAt })
    }
    phase = rowPhase
    rounds.push({ round, answer: BigInt(answer), updatedAt })
  }
  return rounds
}

const cells = (line: string) => line.split(',').map((cell) => cell.trim())

/** A positive whole number that is exact in a double. */
function wholeNumber(where: string, column: string, value: string): number {
  if (!/^\d+$/.test(value) || Number(value) === 0 || !Number.isSafeInteger(Number(value))) {
    throw new RoundsNumberError({ where, column, value })
  }
  return Number(value)
}
