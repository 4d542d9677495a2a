import { parseEther } from 'viem'
import type { Stage } from '../Stage.ts'
import { klerosOf } from './convene.ts'
import { notBefore } from './vote.ts'

/** What an arbitrator can rule. */
export const choices = { nothing: 1n, award: 2n, claimed: 3n } as const

/** More than any arbitrator here asks; the rest is sent back. */
const offered = parseEther('1')

/** Somebody pays the arbitrator's fee. */
export async function appeal(stage: Stage, incident: bigint, who: string): Promise<bigint> {
  const { court } = stage.bulwark
  await stage.send(court, 'appeal', [incident], { who, value: offered })
  const { dispute } = await stage.read<{ dispute: bigint }>(court, 'caseOf', [incident])
  return dispute
}

/** Kleros draws jurors, who all vote so; nobody appeals further, and it rules. */
export async function ruleByKleros(stage: Stage, dispute: bigint, choice: bigint): Promise<void> {
  const kleros = klerosOf(stage)
  if (!kleros) throw new Error('The story convened a court without Kleros.')
  await stage.mine()
  await kleros.judge(dispute, choice)
  await kleros.execute(dispute)
  await stage.sync()
}

/** The members vote, and anyone executes what they ruled. */
export async function ruleByMembers(
  stage: Stage,
  dispute: bigint,
  votes: Readonly<Record<string, bigint>>,
): Promise<void> {
  const { membersAppeal } = stage.bulwark
  for (const [who, choice] of Object.entries(votes)) await stage.send(membersAppeal, 'vote', [dispute, choice], { who })
  const { until } = await stage.read<{ until: number }>(membersAppeal, 'disputeOf', [dispute])
  notBefore(stage, Number(until))
  await stage.send(membersAppeal, 'execute', [dispute])
}
