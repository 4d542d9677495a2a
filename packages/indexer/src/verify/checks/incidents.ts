import { courtAbi, incidentsAbi } from '@bulwark/sdk/abis'
import type { Address } from 'viem'
import { alike, item, itemsOf } from '../itemsOf.ts'
import type { Check } from '../types.ts'

const statuses = ['none', 'open', 'granted', 'denied', 'lapsed', 'closed']
const entryKinds = ['opened', 'granted', 'dismissed', 'lapsed', 'closed']
const incidentFields = [
  ...['risk', 'listing', 'openedAt', 'lossTime', 'ratio', 'share', 'ruledAt', 'deadline', 'second', 'eventId'],
  ...['asserter', 'bond', 'root', 'lossSum'],
]

/** Incidents, the journal, settlements, and what is kept for accounts. */
export const checkIncidents: Check = async ({ addressOf, read, rows }) => {
  const address = addressOf('incidents')
  if (!address) return []
  const all = await rows('incidents')
  const ofIncidents = itemsOf('incidents', all, {
    key: (row) => String(row.incident),
    compare: async (row) => {
      const incident = await read(incidentsAbi, address, 'incidentOf', [BigInt(row.incident as string)])
      return { ...alike(incident, row, incidentFields), status: [statuses[incident.status], row.status] }
    },
  })
  const journal = await rows('rulings', 'where entry is not null')
  const counts = item('incidents', 'count', async () => ({
    count: [await read(incidentsAbi, address, 'count', []), all.length],
    journalLength: [await read(incidentsAbi, address, 'journalLength', []), journal.length],
  }))
  const ofJournal = itemsOf('rulings', journal, {
    key: (row) => `entry ${row.entry}`,
    compare: async (row) => {
      const [entry] = await read(incidentsAbi, address, 'entries', [BigInt(row.entry as string), 1n])
      // Pools are told of what was denied and of what was granted nothing alike.
      const dismissed = row.kind === 'denied' || (row.kind === 'granted' && row.share === '0')
      return {
        kind: [entry && entryKinds[entry.kind], dismissed ? 'dismissed' : row.kind],
        incident: [entry?.incident, row.incident],
        ...(row.kind === 'granted' ? { share: [entry?.share, row.share] as const } : {}),
      }
    },
  })
  const leaves = await rows('settlements', `where kind = 'leaf'`)
  const byLeaves = new Set(leaves.map((row) => `${row.incident} ${row.cover}`))
  const ofSettlements = itemsOf('cover_settlements', await rows('cover_settlements'), {
    key: (row) => `${row.incident} ${row.cover}`,
    compare: async (row) => {
      const args = [BigInt(row.incident as string), BigInt(row.cover as string)] as const
      const [claim, paid, done] = await read(incidentsAbi, address, 'settlementOf', args)
      // Of a sponsor's cover nothing is kept as long as all of its leaves are paid in full, of another one a bit.
      const kept = claim !== 0n || !byLeaves.has(`${row.incident} ${row.cover}`)
      if (done || !kept) return { settled: [true, row.claim === row.paid] }
      return { claim: [claim, row.claim], paid: [paid, row.paid] }
    },
  })
  const court = addressOf('court')
  const holders = await rows('credits')
  const ofCredits = [incidentsAbi, courtAbi].flatMap((abi, index) => {
    const contract = index === 0 ? address : court
    const kept = holders.filter((row) => contract !== undefined && row.contract === contract.toLowerCase())
    return itemsOf('credits', kept, {
      key: (row) => `${row.contract} ${row.token} ${row.account}`,
      compare: async (row) => {
        const args = [row.token as Address, row.account as Address] as const
        return { amount: [await read(abi as typeof courtAbi, contract as Address, 'creditOf', args), row.amount] }
      },
    })
  })
  return [...ofIncidents, counts, ...ofJournal, ...ofSettlements, ...ofCredits]
}
