import { type Bulwark, type Deployed, deploy, readForgeArtifact, send } from '@bulwark/testkit'
import { type Hex, parseEventLogs, toHex, zeroHash } from 'viem'
import type { Stage } from './Stage.ts'
import { day } from './time.ts'

const judges = new WeakMap<Bulwark, Deployed>()
/** The longest that the judge takes. */
const patience = 14 * day

/** What is asserted of a list of losses. */
export type ListedLosses = {
  listing: string
  pool: string
  /** Who asserts it. */
  who: string
  lossAt: number
  /** Loss ratio, WAD. */
  ratio: bigint
  root: Hex
  /** 1e-18 units of account. */
  lossSum: bigint
  /** Reference of the list and of what shows it. */
  evidence: string
  /** When it is ruled. */
  ruledAt: number
}

/** Admits one who rules as the story says, in place of a court. Runs while the deployer is admin. */
export async function admitJudge(bulwark: Bulwark): Promise<void> {
  const { chain, listings } = bulwark
  const judge = await deploy(chain, {
    ...(await readForgeArtifact('TestAdjudicator')),
    args: [false, BigInt(patience)],
  })
  const args = [judge.address, true]
  await send(chain, { ...listings, functionName: 'setAdjudicator', args, account: chain.actors.deployer })
  judges.set(bulwark, judge)
}

/** Who was admitted: a listing names it as its adjudicator. */
export function judgeOf({ bulwark }: Stage): Deployed {
  return judges.get(bulwark) as Deployed
}

/** Asserts a list of losses against the listing's bond, and has it granted as it was asserted. */
export async function assertAndRule(stage: Stage, losses: ListedLosses): Promise<bigint> {
  const { listing, pool: name, who, lossAt, ratio, root, lossSum, evidence, ruledAt } = losses
  const { incidents, listings } = stage.bulwark
  const { number } = stage.listing(listing)
  const pool = stage.pool(name)
  const { bond } = await stage.read<{ bond: bigint }>(listings, 'terms', [number])
  await stage.give(pool.token, who, bond, incidents.address)
  const assertion = {
    ...{ listing: Number(number), key: zeroHash, lossTime: lossAt, ratio, root, lossSum, pool: pool.address },
    evidence: toHex(evidence),
  }
  const { logs } = await stage.send(incidents, 'assertLoss', [assertion], { who })
  const [opened] = parseEventLogs({ abi: incidents.abi, logs, eventName: 'IncidentOpened' })
  const { incident } = (opened as unknown as { args: { incident: bigint } }).args
  await stage.step(listing)
  stage.at(ruledAt)
  await stage.send(judgeOf(stage), 'set', [incident, 1, ratio])
  await stage.send(incidents, 'rule', [incident])
  await stage.step(listing)
  return incident
}
