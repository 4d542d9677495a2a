import { lossProofsAbi, salvageAbi } from '@bulwark/sdk/abis'
import type { Address, Hex } from 'viem'
import { alike, item, itemsOf } from '../itemsOf.ts'
import type { Check } from '../types.ts'

/** Proven blocks, terms and tokens of proof, salvage. */
export const checkProofs: Check = async ({ addressOf, read, rows }) => {
  const proofs = addressOf('lossProofs')
  const salvage = addressOf('salvage')
  const ofProofs = proofs
    ? [
        ...itemsOf('proven_blocks', await rows('proven_blocks'), {
          key: (row) => String(row.number),
          compare: async (row) => {
            const number = BigInt(row.number as string)
            const [stateRoot, blockTime] = await read(lossProofsAbi, proofs, 'blockOf', [number])
            return { stateRoot: [stateRoot, row.stateRoot], blockTime: [blockTime, row.blockTime] }
          },
        }),
        ...itemsOf('pinned_blocks', await rows('pinned_blocks'), {
          key: (row) => String(row.lossTime),
          compare: async (row) => ({
            number: [await read(lossProofsAbi, proofs, 'blockFor', [BigInt(row.lossTime as string)]), row.number],
          }),
        }),
        ...itemsOf('proof_terms', await rows('proof_terms', `where kind = 'holdings'`), {
          key: (row) => String(row.id),
          compare: async (row) => {
            const terms = await read(lossProofsAbi, proofs, 'termsOf', [row.id as Hex])
            return alike(terms, row, ['token', 'value', 'feed', 'heartbeat', 'salvage'])
          },
        }),
        ...itemsOf('proof_tokens', await rows('proof_tokens'), {
          key: (row) => String(row.token),
          compare: async (row) => {
            const [, unit, codeHash, , retired] = await read(lossProofsAbi, proofs, 'tokenOf', [row.token as Address])
            return { unit: [unit, row.unit], codeHash: [codeHash, row.codeHash], retired: [retired, row.retired] }
          },
        }),
        ...itemsOf('storage_roots', await rows('storage_roots'), {
          key: (row) => `${row.token} ${row.number}`,
          compare: async (row) => {
            const args = [row.token as Address, BigInt(row.number as string)] as const
            return { storageRoot: [await read(lossProofsAbi, proofs, 'storageRootOf', args), row.storageRoot] }
          },
        }),
        ...itemsOf('proven_values', await rows('proven_values'), {
          key: (row) => `${row.id} ${row.lossTime}`,
          compare: async (row) => {
            const args = [row.id as Hex, BigInt(row.lossTime as string)] as const
            const [value] = await read(lossProofsAbi, proofs, 'valueOf', args)
            return { value: [value, row.value] }
          },
        }),
      ]
    : []
  const ofSalvage = salvage
    ? [
        ...itemsOf('salvage_lots', await rows('salvage_lots'), {
          key: (row) => String(row.lot),
          compare: async (row) => {
            const lot = await read(salvageAbi, salvage, 'lotOf', [BigInt(row.lot as string)])
            const left = BigInt(row.received as string) - BigInt(row.taken as string)
            return { ...alike(lot, row, ['pool', 'incident', 'token']), left: [lot.left, left] }
          },
        }),
        ...itemsOf('salvage_claims', await rows('salvage_claims'), {
          key: (row) => `${row.eventId} ${row.cover}`,
          compare: async (row) => {
            const args = [BigInt(row.eventId as string), BigInt(row.cover as string)] as const
            return {
              handed: [await read(salvageAbi, salvage, 'handedOf', args), row.handed],
              owed: [await read(salvageAbi, salvage, 'owedOf', args), row.owed],
            }
          },
        }),
        item('salvage_lots', 'count', async () => ({
          count: [await read(salvageAbi, salvage, 'lotCount', []), (await rows('salvage_lots')).length],
        })),
      ]
    : []
  return [...ofProofs, ...ofSalvage]
}
