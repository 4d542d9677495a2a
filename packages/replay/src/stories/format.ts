import { formatUnits } from 'viem'

/** An asset as amounts are written in it. */
export type Asset = { symbol: string; decimals: number }

/** An amount, cut (not rounded) to some decimals; none that are zero. @default 2, or 6 of a coin worth thousands */
export function money({ symbol, decimals }: Asset, amount: bigint, digits = decimals > 6 ? 6 : 2): string {
  const [whole = '0', part = ''] = formatUnits(amount, decimals).split('.')
  const fraction = part.slice(0, digits).replace(/0+$/, '')
  const shown = fraction !== '' && digits === 2 ? fraction.padEnd(2, '0') : fraction
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${grouped}${shown === '' ? '' : `.${shown}`} ${symbol}`
}

/** Hours for a table: one decimal, or two below ten. */
export function hours(count: number): string {
  return count.toFixed(count < 10 ? 2 : 1)
}
