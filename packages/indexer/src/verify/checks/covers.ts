import { coverRefundAt, loadCover, loadPool } from '@bulwark/risk/mirror'
import { coversAbi, poolAbi } from '@bulwark/sdk/abis'
import { type Address, zeroAddress } from 'viem'
import { alike, item, itemsOf, orReverts } from '../itemsOf.ts'
import type { Check, Row } from '../types.ts'

const coverFields = ['amount', 'insured', 'rate', 'listing', 'start', 'end', 'changed', 'key', 'account']

/** Covers: every field, who holds and is paid, and what would be refunded now. */
export const checkCovers: Check = async ({ addressOf, mirror, read, rows, timestamp }) => {
  const address = addressOf('covers')
  if (!address) return []
  const all = await rows('covers')
  const ofCovers = itemsOf('covers', all, {
    key: (row) => String(row.id),
    compare: async (row) => {
      const id = BigInt(row.id as string)
      const owner = await orReverts(read(coversAbi, address, 'ownerOf', [id]))
      if (owner === 'reverts') return { owner: [zeroAddress, row.owner], status: ['cancelled', row.status] }
      const [cover, payee, pool] = await Promise.all([
        read(coversAbi, address, 'coverOf', [id]),
        read(coversAbi, address, 'payeeOf', [id]),
        read(coversAbi, address, 'poolOf', [id]),
      ])
      const refund = await orReverts(read(poolAbi, pool, 'refundOf', [id, await unitsOf(row, pool)]))
      const recomputed = refund === 'reverts' ? {} : { refund: [refund[0], await refundIn(row)] as const }
      return {
        ...alike(cover, row, coverFields),
        ...{ owner: [owner, row.owner], payee: [payee, row.payee], pool: [pool, row.pool], ...recomputed },
      }
    },
  })
  async function unitsOf(row: Row, pool: Address): Promise<bigint> {
    const mirrored = await loadPool(mirror, pool, timestamp)
    return BigInt(row.amount as string) * mirrored.pool.grain
  }
  async function refundIn(row: Row): Promise<bigint> {
    const cover = await loadCover(mirror, BigInt(row.id as string), timestamp)
    return coverRefundAt(cover, timestamp).refund
  }

  // Covers are numbered in each pool: the one after the last must not exist.
  const last = new Map<bigint, bigint>()
  for (const row of all) {
    const id = BigInt(row.id as string)
    if (id > (last.get(id >> 40n) ?? 0n)) last.set(id >> 40n, id)
  }
  const ends = (await rows('pools')).map((row) => {
    const number = BigInt(row.number as string)
    const next = (last.get(number) ?? number << 40n) + 1n
    return item('covers', `after ${next - 1n}`, async () => ({
      owner: [await orReverts(read(coversAbi, address, 'ownerOf', [next])), 'reverts'],
      count: [next - 1n - (number << 40n), all.filter(({ id }) => BigInt(id as string) >> 40n === number).length],
    }))
  })
  return [...ofCovers, ...ends]
}
