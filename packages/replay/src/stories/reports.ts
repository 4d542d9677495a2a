import type { Actor } from '@bulwark/testkit'
import {
  concat,
  encodeAbiParameters,
  type Hex,
  keccak256,
  numberToHex,
  parseSignature,
  size,
  stringToHex,
  zeroAddress,
  zeroHash,
} from 'viem'
import type { Stage } from './Stage.ts'
import { day } from './time.ts'
import type { InsuredEvent } from './types.ts'

const wad = 10n ** 18n

/** A step of a payout table, and what is reported of an event; units as the listing's wording says. */
export type TableStep = { minValue: bigint; maxDistance: bigint; status: number; ratio: bigint }
export type Report = { value: bigint; distance: bigint; status: number }

/** A step that pays so many percent. */
export const payoutStep = (minValue: number, percent: number, maxDistance = 0): TableStep => ({
  ...{ minValue: BigInt(minValue), maxDistance: BigInt(maxDistance), status: 0, ratio: (BigInt(percent) * wad) / 100n },
})

/** What a table pays for a report: the highest step that it reaches. */
export function ratioIn(table: readonly TableStep[], { value, distance, status }: Report): bigint {
  const reached = table.filter(
    (step) =>
      value >= step.minValue &&
      (step.maxDistance === 0n || distance <= step.maxDistance) &&
      (step.status === 0 || step.status === status),
  )
  return reached.reduce((most, { ratio }) => (ratio > most ? ratio : most), 0n)
}

/** An event by what identifies it in words, and where losses pile up with it. */
export function insuredEvent(facts: string, zone: string, times: Omit<InsuredEvent, 'facts' | 'zone'>): InsuredEvent {
  const place = BigInt(keccak256(stringToHex(zone))) & ((1n << 56n) - 1n)
  return { facts: keccak256(stringToHex(facts)), zone: place, ...times }
}

const keyOf = ({ facts, zone, begins, ends, lastSale }: InsuredEvent): Hex => {
  const types = ['bytes32', 'uint56', 'uint32', 'uint32', 'uint32'].map((type) => ({ type }))
  return keccak256(encodeAbiParameters(types, [facts, zone, begins, ends, lastSale]))
}

// -- Lists ------------------------------------------------------------------------------------------------------

/** What every listing of reports says. */
export type ReportListing = {
  name: string
  wording: string
  /** Probability that quotes state, WAD. */
  rate: bigint
  table: readonly TableStep[]
  /** Seconds. */
  longestEvent: number
  /** Seconds after an event's end in which it must be reported. */
  window: number
}

const noSigners = { members: [], threshold: 0, rotator: zeroAddress, rotationDelay: 0 }
const noFunctions = { router: zeroAddress, subscription: 0n, donId: zeroHash, callbackGas: 0, request: '0x' }

/** Creates a listing that k of n signers report on. */
export async function listSigned(stage: Stage, listing: ReportListing, signers: readonly Actor[], threshold: number) {
  const members = ascending(signers).map(({ address }) => address)
  await list(stage, listing, {
    ...{ source: 1, functions: noFunctions },
    signers: { ...noSigners, members, threshold },
  })
}

/** Creates a listing that a Chainlink Functions network reports on. */
export async function listAsked(
  stage: Stage,
  listing: ReportListing,
  functions: { router: Hex; subscription: bigint; donId: Hex; source: string },
): Promise<void> {
  const { source, ...rest } = functions
  const request = concat([
    // Inline JavaScript, as Chainlink's own library encodes it up to the arguments.
    ...[cborText('codeLocation'), '0x00' as const, cborText('language'), '0x00' as const, cborText('source')],
    cborText(source),
  ])
  await list(stage, listing, { source: 0, functions: { ...rest, callbackGas: 100_000, request }, signers: noSigners })
}

async function list(stage: Stage, listing: ReportListing, source: Record<string, unknown>): Promise<void> {
  const { name, wording, rate, table, longestEvent, window } = listing
  await stage.list(name, {
    ...{ trigger: stage.bulwark.reportTrigger, wording, rate, keyed: true },
    config: { ...source, longestEvent, window, table },
    terms: { waiting: day / 24, grace: longestEvent + window + 5 * day },
  })
}

/** Text in CBOR. */
function cborText(text: string): Hex {
  const bytes = stringToHex(text)
  const length = size(bytes)
  if (length < 24) return concat([numberToHex(0x60 + length), bytes])
  return concat([length < 256 ? '0x78' : '0x79', numberToHex(length, { size: length < 256 ? 1 : 2 }), bytes])
}

// -- Signs and proves -------------------------------------------------------------------------------------------

const types = {
  Report: [
    { name: 'listing', type: 'uint32' },
    { name: 'key', type: 'bytes32' },
    { name: 'value', type: 'uint96' },
    { name: 'distance', type: 'uint64' },
    { name: 'status', type: 'uint8' },
    { name: 'time', type: 'uint32' },
  ],
} as const

/** Signers state a report, and anyone brings it to the trigger, which keeps it open to contradiction for a day. */
export async function submitReport(
  stage: Stage,
  listing: string,
  event: InsuredEvent,
  stated: Report,
  signers: readonly Actor[],
): Promise<void> {
  const { trigger, number } = stage.listing(listing)
  const report = { ...stated, time: stage.now }
  await stage.send(trigger, 'submit', [number, event, report, await sign(stage, listing, event, report, signers)])
}

/** One who signed a report states another one: it is suspended, and he never signs again. */
export async function contradictReport(
  stage: Stage,
  listing: string,
  event: InsuredEvent,
  stated: Report,
  signers: readonly Actor[],
): Promise<void> {
  const { trigger, number } = stage.listing(listing)
  const report = { ...stated, time: stage.now }
  await stage.send(trigger, 'contradict', [number, event, report, await sign(stage, listing, event, report, signers)])
}

async function sign(
  stage: Stage,
  listing: string,
  event: InsuredEvent,
  report: Report & { time: number },
  signers: readonly Actor[],
) {
  const { trigger, number } = stage.listing(listing)
  const domain = {
    ...{ name: 'Bulwark ReportTrigger', version: '1', chainId: stage.chain.chainId },
    verifyingContract: trigger.address,
  }
  const message = { listing: Number(number), key: keyOf(event), ...report }
  return Promise.all(
    ascending(signers).map(async (signer) => {
      const { r, s, yParity } = parseSignature(
        await signer.signTypedData({ domain, types, primaryType: 'Report', message }),
      )
      return { v: 27 + yParity, r, s }
    }),
  )
}

/** Proves a report that stands, which rules; the incident. */
export async function proveReport(stage: Stage, listing: string, event: InsuredEvent, pool: string): Promise<bigint> {
  const { trigger, number } = stage.listing(listing)
  await stage.send(trigger, 'prove', [number, event, stage.pool(pool).address], { value: await stage.fee() })
  return stage.read<bigint>(trigger, 'incidentOf', [number, keyOf(event)])
}

const ascending = (signers: readonly Actor[]): Actor[] =>
  signers.toSorted((a, b) => (BigInt(a.address) < BigInt(b.address) ? -1 : 1))
