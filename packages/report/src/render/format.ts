import type { Hex } from 'viem'
import type { SolvencyStatement } from '../types.ts'
import { html, type Markup } from './html.ts'

/** How amounts of one statement are written. */
export type Amounts = {
  /** Units as a number with its decimals, cut: two places where the asset has six or fewer, else four. */
  units(amount: string): string
  /** Grains as the same. */
  grains(amount: string): string
  symbol: string
}

const thin = '\u202f'

/** The way amounts of a statement are written. */
export function amountsOf({ pool }: SolvencyStatement): Amounts {
  const { decimals } = pool.asset
  const places = Math.min(decimals, decimals <= 6 ? 2 : 4)
  const units = (amount: string) => decimal(BigInt(amount), decimals, places)
  return {
    units,
    grains: (amount) => units((BigInt(amount) * BigInt(pool.grain)).toString()),
    symbol: shorten(pool.asset.symbol, 12) || 'units',
  }
}

/** A whole number with decimals, cut towards zero, thousands apart. */
export function decimal(amount: bigint, decimals: number, places: number): string {
  const [sign, size] = amount < 0n ? ['−', -amount] : ['', amount]
  const cut = size / 10n ** BigInt(decimals - places)
  const whole = thousands((cut / 10n ** BigInt(places)).toString())
  if (places === 0) return `${sign}${whole}`
  const rest = (cut % 10n ** BigInt(places)).toString().padStart(places, '0')
  return `${cut === 0n && size > 0n ? '' : sign}${whole}.${rest}`
}

/** Digits in threes. */
export function thousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A WAD as a percentage, cut. */
export function percent(wad: string | null, places = 1): string {
  return wad === null ? '–' : `${decimal(BigInt(wad), 16, places)}${thin}%`
}

/** Basis points as a percentage. */
export function bpsPercent(bps: string): string {
  return `${decimal(BigInt(bps), 2, 2)}${thin}%`
}

/** Unix seconds, in words. */
export function time(seconds: string | null): string {
  if (seconds === null) return '–'
  return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** A span of seconds, in its two largest units. */
export function span(seconds: string | null): string {
  if (seconds === null) return '–'
  const parts: [number, string][] = [
    [86_400, 'd'],
    [3_600, 'h'],
    [60, 'min'],
    [1, 's'],
  ]
  let left = Number(seconds)
  const words = parts.flatMap(([size, unit]) => {
    const count = Math.floor(left / size)
    left -= count * size
    return count > 0 ? [`${count}${thin}${unit}`] : []
  })
  return words.slice(0, 2).join(' ') || `0${thin}s`
}

/** A hash or an address, shortened in the middle. */
export function short(hex: Hex | string): Markup {
  return html`<code title="${hex}">${hex.length > 14 ? `${hex.slice(0, 8)}…${hex.slice(-6)}` : hex}</code>`
}

/** A hash or an address in full. */
export function full(hex: Hex | string): Markup {
  return html`<code class="full">${hex}</code>`
}

/** A text cut to a length. */
export function shorten(text: string, length: number): string {
  const letters = [...text]
  return letters.length > length ? `${letters.slice(0, length - 1).join('')}…` : text
}
