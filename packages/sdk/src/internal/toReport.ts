import { hexToBigInt, parseSignature } from 'viem'
import type { InsuredEvent, Report, ReportSignature } from '../types/report.ts'

/** The contract's `Event`: also of a quote, which names one. */
export function toEvent({ facts, zone, begins, ends, lastSale }: InsuredEvent): InsuredEvent {
  return { facts, zone, begins, ends, lastSale }
}

/** The contract's `Report`. */
export function toReport({ value, distance, status, time }: Report): Report {
  return { value, distance, status, time }
}

/** Signatures in the order that the contract wants. */
export function toSignatures(signatures: readonly ReportSignature[]) {
  return [...signatures]
    .sort((a, b) => (hexToBigInt(a.signer) < hexToBigInt(b.signer) ? -1 : 1))
    .map(({ signature }) => {
      const { r, s, yParity } = parseSignature(signature)
      return { v: 27 + yParity, r, s }
    })
}
