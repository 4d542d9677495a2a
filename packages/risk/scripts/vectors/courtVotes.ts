import { type CourtVote, courtPotDown, lowerMedian } from '../../src/exact/index.ts'
import type { Random } from './random.ts'
import { type Table, times, type VectorFile } from './table.ts'

/** Most seats of a vector. */
const most = 8
const full = 1_000_000_000n
const columns = ['seats', ...Array.from({ length: most }, (_, i) => [`weight${i}`, `award${i}`]).flat()]

/** Votes of which some were voided, some agree, and one may weigh more than all others. */
function anyVotes(random: Random): CourtVote[] {
  const awards = [0n, full, full / 2n, random.below(full + 1n)]
  return Array.from({ length: Number(random.below(BigInt(most) + 1n)) }, () => ({
    weight: random.pick([0n, 10_000n, 10_000n, random.below(1_000_000n), random.below(1n << 60n)]),
    award: random.oneIn(2n) ? random.pick(awards) : random.below(full + 1n),
  }))
}

function words(votes: readonly CourtVote[]): bigint[] {
  const empty = Array.from({ length: most - votes.length }, () => ({ weight: 0n, award: 0n }))
  return [BigInt(votes.length), ...[...votes, ...empty].flatMap(({ weight, award }) => [weight, award])]
}

/** The votes that the first columns hold, and the other columns. */
function read([seats = 0n, ...row]: bigint[]): { votes: CourtVote[]; rest: bigint[] } {
  const votes = Array.from({ length: Number(seats) }, (_, i) => {
    const [weight = 0n, award = 0n] = row.slice(2 * i)
    return { weight, award }
  })
  return { votes, rest: row.slice(2 * most) }
}

const median: Table = {
  name: 'lowerMedian',
  inputs: columns,
  outputs: ['seated', 'award'],
  minimum: 300,
  twin:
    () =>
    (...row) => {
      const { seated, award } = lowerMedian(read(row).votes)
      return [seated, award]
    },
  rows: (random) => [
    words([]),
    words([{ weight: 0n, award: full }]),
    words([
      { weight: 1n, award: full },
      { weight: 1n, award: 0n },
    ]),
    ...times(400, () => words(anyVotes(random))),
  ],
}

const settled: Table = {
  name: 'settled',
  inputs: [...columns, 'award', 'tolerance', 'wrongSlash', 'silent', 'silentSlash'],
  outputs: ['near', 'far', 'pot'],
  minimum: 300,
  twin:
    () =>
    (...row) => {
      const { votes, rest } = read(row)
      const [award = 0n, tolerance = 0n, wrongSlash = 0n, silent = 0n, silentSlash = 0n] = rest
      const { near, far, pot } = courtPotDown({ votes, award, tolerance, wrongSlash, silent, silentSlash })
      return [near, far, pot]
    },
  rows: (random) =>
    times(400, () => {
      const votes = anyVotes(random)
      const { award } = lowerMedian(votes)
      return [
        ...words(votes),
        random.pick([0n, award, award, full]),
        random.pick([0n, full / 10n, random.below(full / 4n)]),
        random.below(2_001n),
        random.pick([0n, random.below(1n << 60n)]),
        random.below(4_001n),
      ]
    }),
}

export const courtVotes: VectorFile = { name: 'CourtVotes', tables: [median, settled] }
