import { type Hex, keccak256, toHex } from 'viem'
import type { Stage } from '../Stage.ts'

/** What an assessor awards, percent of the ratio asserted, and why; whoever is silent never reveals it. */
export type Vote = { percent: number; reason: string; isSilent?: boolean }
export type Votes = Readonly<Record<string, Vote>>

type Case = { commitFrom: number; commitTime: number; revealTime: number }

/** Billionths of the ratio asserted in a percent. */
const billionths = 10_000_000

/** The assessors commit themselves, as soon as evidence and answers are in. */
export async function commitVotes(stage: Stage, incident: bigint, votes: Votes): Promise<void> {
  const { court } = stage.bulwark
  const { commitFrom } = await caseOf(stage, incident)
  notBefore(stage, commitFrom)
  for (const [who, vote] of Object.entries(votes)) {
    const { address } = stage.person(who)
    const args = [incident, address, ...secretsOf(incident, who, vote)]
    const commitment = await stage.read<Hex>(court, 'commitmentOf', args)
    await stage.send(court, 'commit', [incident, commitment], { who })
  }
  await stage.say(`${Object.keys(votes).join(', ')} commit themselves to an award that nobody sees yet`)
}

/** They reveal, each with a reason, and the time to reveal passes. */
export async function revealVotes(stage: Stage, incident: bigint, votes: Votes): Promise<void> {
  const { court } = stage.bulwark
  const { commitFrom, commitTime, revealTime } = await caseOf(stage, incident)
  notBefore(stage, commitFrom + commitTime)
  for (const [who, vote] of Object.entries(votes)) {
    if (vote.isSilent) continue
    await stage.send(court, 'reveal', [incident, ...secretsOf(incident, who, vote)], { who })
    await stage.say(`${who} reveals ${vote.percent} %: “${vote.reason}”`)
  }
  notBefore(stage, commitFrom + commitTime + revealTime)
  await stage.mine()
  const { award, stands } = await stage.read<{ award: number; stands: boolean }>(court, 'tallyOf', [incident])
  const fate = stands ? 'it stands unless somebody appeals' : 'it must be appealed to be paid'
  await stage.say(`the award, weighed by stake, is ${award / billionths} % of what was claimed; ${fate}`)
}

/** From commitments to an award that can be appealed. */
export async function vote(stage: Stage, incident: bigint, votes: Votes): Promise<void> {
  await commitVotes(stage, incident, votes)
  await revealVotes(stage, incident, votes)
}

/** Moves the story to a time that another case may have passed already. */
export function notBefore(stage: Stage, time: number): void {
  stage.at(Math.max(stage.now, time))
}

export const caseOf = (stage: Stage, incident: bigint): Promise<Case> =>
  stage.read<Case>(stage.bulwark.court, 'caseOf', [incident])

/** Award, hash of the reason, and salt. A story's salt need not be secret. */
function secretsOf(incident: bigint, who: string, { percent, reason }: Vote) {
  return [percent * billionths, keccak256(toHex(reason)), keccak256(toHex(`${who} ${incident}`))] as const
}
