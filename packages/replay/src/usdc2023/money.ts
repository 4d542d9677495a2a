import { formatUnits } from 'viem'
import { pools as plannedPools } from './plan.ts'

/** An amount of a pool's asset, cut (not rounded) to some decimals. */
export function money(pool: string, amount: bigint, digits = 6): string {
  const planned = plannedPools.find(({ name }) => name === pool)
  const [whole = '0', part = ''] = formatUnits(amount, planned?.decimals ?? 6).split('.')
  const decimals = part.padEnd(digits, '0').slice(0, digits)
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${grouped}${decimals === '' ? '' : `.${decimals}`} ${planned?.asset}`
}

/** A WAD ratio as a percentage. */
export function percent(ratio: bigint, digits: number): string {
  return `${(Number(ratio) / 1e16).toFixed(digits)} %`
}
