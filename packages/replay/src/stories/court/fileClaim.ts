import { getPersonalKey } from '@bulwark/sdk'
import { type Address, type Hex, keccak256, parseEventLogs, toHex, zeroHash } from 'viem'
import type { Stage } from '../Stage.ts'

/** What somebody claims of a listing that the court judges. */
export type JudgedClaim = {
  /** Who asserts it; he is given the bond. */
  who: string
  listing: string
  /** Pools that sold cover on it: the first is named at the opening, all are counted. */
  pools: readonly string[]
  /** When it was lost, unix seconds, and how much of each amount insured, WAD. */
  lossAt: number
  ratio: bigint
  /** The account that it befell, and who insured it, of a personal listing. */
  personal?: { account: Address; owner: Address }
  /** Root and sum (1e-18 units of account) of a list of losses. */
  root?: Hex
  lossSum?: bigint
  evidence: string
}

/** Asserts a loss with the listing's bond and opens its case; every pool's stake in it is counted. */
export async function fileClaim(stage: Stage, claim: JudgedClaim): Promise<bigint> {
  const { who, listing, pools, lossAt, ratio, personal, root = zeroHash, lossSum = 0n, evidence } = claim
  const { incidents, listings, court } = stage.bulwark
  const { number } = stage.listing(listing)
  const addresses = pools.map((name) => stage.pool(name).address)
  const { bond } = await stage.read<{ bond: bigint }>(listings, 'terms', [number])
  await stage.give(stage.pool(pools[0] as string).token, who, bond, incidents.address)
  const key = personal === undefined ? zeroHash : getPersonalKey(personal)
  const facts = { listing: Number(number), key, lossTime: lossAt, ratio, root, lossSum, pool: addresses[0] }
  const { logs } = await stage.send(incidents, 'assertLoss', [{ ...facts, evidence: toHex(evidence) }], { who })
  const [opened] = parseEventLogs({ abi: incidents.abi, logs, eventName: 'IncidentOpened' })
  const { incident } = (opened as unknown as { args: { incident: bigint } }).args
  await stage.send(court, 'openCase', [incident, addresses[0]])
  // What a pool may have to pay is known once it has stepped past the opening.
  await stage.step(listing)
  for (const address of addresses) await stage.send(court, 'countPool', [incident, address])
  return incident
}

/** Somebody shows something. */
export async function submitEvidence(stage: Stage, incident: bigint, who: string, text: string): Promise<void> {
  await stage.send(stage.bulwark.court, 'submitEvidence', [incident, text], { who })
  await stage.say(`${who} submits evidence: “${text}”`)
}

/** Somebody answers what another showed. */
export async function answer(
  stage: Stage,
  incident: bigint,
  who: string,
  { evidence, text }: { evidence: string; text: string },
): Promise<void> {
  await stage.send(stage.bulwark.court, 'answer', [incident, keccak256(toHex(evidence)), text], { who })
  await stage.say(`${who} answers: “${text}”`)
}
