import type { Hex } from 'viem'
import { poolStructs, poolVariables } from './poolStorage.ts'
import { horizon, readWords, stride } from './readWords.ts'
import { StorageView } from './StorageView.ts'
import type { RiskFacts } from './types.ts'

/**
 * Reads the risks of a pool: what each has in force, what is reserved for it, and when it runs off.
 *
 * @example
 * const risks = await readRisks(storage, [getRiskId({ listing: 1n })])
 */
export async function readRisks(storage: StorageView, ids: readonly Hex[]): Promise<RiskFacts[]> {
  return Promise.all(ids.map((id) => readRisk(storage, id)))
}

async function readRisk(storage: StorageView, id: Hex): Promise<RiskFacts> {
  const at = (mapping: bigint) => ({ slot: StorageView.entry(mapping, id), proves: 'exposures.risks' })
  const [risk, reserve] = await Promise.all([
    storage.struct(poolStructs.Risk, at(poolVariables.risks)),
    storage.struct(poolStructs.RiskReserve, at(poolVariables.riskReserves)),
  ])
  const { listing, exposure, group } = risk
  const runOff = risk.inlineAmount === 0n ? [] : [{ day: risk.inlineDay, amount: risk.inlineAmount }]
  let left = exposure - risk.inlineAmount
  const days = BigInt(StorageView.entry(poolVariables.runOff, id))
  for (let word = risk.cursor / 4n; left > 0n && word <= (risk.cursor + horizon) / 4n; word += stride) {
    const words = await readWords(storage, { mapping: days, first: word, proves: 'liquidity.days' })
    for (const [place, value] of words.entries()) {
      for (let lane = 0n; lane < 4n; lane++) {
        const amount = (value >> (lane * 64n)) & 0xffff_ffff_ffff_ffffn
        if (amount === 0n) continue
        runOff.push({ day: (word + BigInt(place)) * 4n + lane, amount })
        left -= amount
      }
    }
  }
  runOff.sort((a, b) => Number(a.day - b.day))
  return {
    ...{ id, listing, class: Number(group >> 56n), group: group & ((1n << 56n) - 1n), exposure, reserve },
    runOff,
  }
}
