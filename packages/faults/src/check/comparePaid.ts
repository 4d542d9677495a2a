import type { Owed } from './findOwed.ts'
import type { History } from './readHistory.ts'

const wad = 10n ** 18n

/** What does not hold of payments, each in a sentence; nothing if all is well. */
export type Complaints = readonly string[]

/** The parameters of {@link comparePaid}. */
export type ComparePaidParameters = {
  history: History
  owed: readonly Owed[]
  /** Is everything that is owed due by now? */
  isOver: boolean
}

/** Compares what was paid with what is owed: nobody twice, nobody else, nobody less, nobody late. */
export function comparePaid({ history, owed, isOver }: ComparePaidParameters): Complaints {
  const { incidents, paid, covers } = history
  const complaints: string[] = []
  const seen = new Set<string>()
  for (const { incident, id } of paid) {
    if (seen.has(`${incident}:${id}`)) complaints.push(`Cover ${id} was paid twice for incident ${incident}.`)
    seen.add(`${incident}:${id}`)
  }
  const taken = new Map<bigint, bigint>()
  const met = new Set<Owed>()
  for (const { incident, id, to, claim, payout, time } of paid) {
    const happened = incidents.find(({ number }) => number === incident)
    const due = owed.find((one) => {
      return one.cover.id === id && one.listing === happened?.listing && one.lossTime === happened.lossTime
    })
    if (!due) {
      complaints.push(`Cover ${id} was paid ${payout} for incident ${incident}, which owes it nothing.`)
      continue
    }
    met.add(due)
    const left = due.cover.amount - (taken.get(id) ?? 0n)
    const expected = (left * due.ratio) / wad
    taken.set(id, (taken.get(id) ?? 0n) + claim)
    if (claim !== expected || payout !== claim) {
      complaints.push(`Cover ${id} claimed ${claim} and was paid ${payout} for incident ${incident}, not ${expected}.`)
    }
    if (to !== due.cover.owner) complaints.push(`Cover ${id} was paid to ${to}, not to its owner.`)
    if (time > due.latest) complaints.push(`Cover ${id} was paid ${time - due.latest} s later than the trigger states.`)
  }
  if (isOver) {
    for (const one of owed) {
      if (!met.has(one))
        complaints.push(`Cover ${one.cover.id} is owed for the loss at ${one.lossTime} and was not paid.`)
    }
    for (const { number, ratio } of incidents) {
      if (ratio !== undefined && ratio > 0n && !paid.some(({ incident }) => incident === number)) {
        complaints.push(`Incident ${number} was granted and paid nobody.`)
      }
    }
  }
  const settled = paid.reduce((sum, { payout }) => sum + payout, 0n)
  if (settled !== history.claimsPaid) {
    complaints.push(`Incidents settled ${settled}, and pools paid ${history.claimsPaid}.`)
  }
  if (history.received !== settled + history.refunds) {
    complaints.push(
      `Holders received ${history.received} from pools, which paid ${settled} and refunded ${history.refunds}.`,
    )
  }
  const bought = new Set(covers.map(({ id }) => id))
  if (bought.size !== covers.length) complaints.push('Two covers have one number.')
  return complaints
}
