import { formatUnits } from 'viem'
import { pools as plannedPools } from './plan.ts'

/** An amount of a pool's asset, cut (not rounded) to some decimals. @default 2, or 4 of a coin worth thousands */
export function money(pool: string, amount: bigint, digits?: number): string {
  const planned = plannedPools.find(({ name }) => name === pool)
  const { asset = 'USDT', decimals = 6 } = planned ?? {}
  const shown = digits ?? (asset === 'WETH' ? 4 : 2)
  const [whole = '0', part = ''] = formatUnits(amount, decimals).split('.')
  const fraction = part.padEnd(shown, '0').slice(0, shown)
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${grouped}${fraction === '' ? '' : `.${fraction}`} ${asset}`
}

/** A WAD ratio as a percentage, cut (not rounded): 99.999 % is not 100 %. */
export function percent(ratio: bigint, digits: number): string {
  const [whole, part = ''] = formatUnits(ratio, 16).split('.')
  const fraction = part.padEnd(digits, '0').slice(0, digits)
  return `${whole}${fraction === '' ? '' : `.${fraction}`} %`
}

/** A moment as `2023-03-11 15:51` or, to the second, `2023-03-11 15:51:47`; UTC. */
export function moment(seconds: number, precision: 'day' | 'minute' | 'second' = 'minute'): string {
  const length = { day: 10, minute: 16, second: 19 }[precision]
  return new Date(seconds * 1000).toISOString().replace('T', ' ').slice(0, length)
}

/** A price of the feed, which has 8 decimals. */
export function price(answer: bigint): string {
  return (Number(answer) / 1e8).toFixed(4)
}
