import { getPersonalKey } from '@bulwark/sdk'
import type { Deployed } from '@bulwark/testkit'
import { type Address, type Hex, stringToHex, zeroHash } from 'viem'
import type { Stage } from '../Stage.ts'

/** What somebody claims. */
export type UmaClaim = {
  who: string
  listing: string
  pool: string
  /** When it was lost, unix seconds, and how much of each amount insured, WAD. */
  lossTime: number
  ratio: bigint
  evidence: string
  /** Whose loss it is and who insured it, of a personal listing. @default nobody's in particular */
  personal?: { account: Address; owner: Address }
  /** Token of both bonds; he is given what they take. */
  currency: Deployed
  bond: bigint
  umaBond: bigint
}

/** Opens an incident and asserts it in UMA's oracle, with both bonds. */
export async function claimByUma(stage: Stage, claim: UmaClaim): Promise<{ incident: bigint; assertionId: Hex }> {
  const { who, listing, pool, lossTime, ratio, evidence, currency, bond, umaBond, personal } = claim
  const { incidents, optimistic } = stage.bulwark as typeof stage.bulwark & { optimistic: Deployed }
  await stage.give(currency, who, bond, incidents.address)
  await stage.give(currency, who, umaBond, optimistic.address)
  const { number } = stage.listing(listing)
  const key = personal ? getPersonalKey(personal) : zeroHash
  const facts = { listing: Number(number), key, lossTime, ratio, root: zeroHash, lossSum: 0n }
  const assertion = { ...facts, evidence: stringToHex(evidence), pool: stage.pool(pool).address }
  await stage.send(incidents, 'assertLoss', [assertion], { who })
  const incident = await stage.read<bigint>(incidents, 'count')
  await stage.send(optimistic, 'assertTruth', [incident, umaBond], { who })
  const { assertionId } = await stage.read<{ assertionId: Hex }>(optimistic, 'claimOf', [incident])
  return { incident, assertionId }
}
