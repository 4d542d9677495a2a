import { courtParameters } from '@bulwark/testkit'
import { type Address, type Log, parseEventLogs } from 'viem'
import { money } from '../format.ts'
import type { Stage } from '../Stage.ts'
import { stakeAsset } from './stakeAssessors.ts'
import { caseOf, notBefore } from './vote.ts'

const [granted, denied] = [2, 3]

type Found = { status: number; ratio: bigint; lossSum: bigint }
type Event = { eventName: string; args: Record<string, unknown> }

/**
 * Takes a decided case into its incident, and books what it costs and earns the assessors. Without an appeal the time for
 * one passes first.
 *
 * @param silent who committed himself and did not reveal.
 */
export async function conclude(
  stage: Stage,
  incident: bigint,
  { listing, pool, silent = [] }: { listing: string; pool: string; silent?: readonly string[] },
): Promise<void> {
  const { incidents, court } = stage.bulwark
  const { commitFrom, commitTime, revealTime } = await caseOf(stage, incident)
  notBefore(stage, commitFrom + commitTime + revealTime + courtParameters.appealTime)
  await stage.send(incidents, 'rule', [incident])
  await stage.step(listing)
  const { status, ratio, lossSum } = await stage.read<Found>(incidents, 'incidentOf', [incident])
  if (status !== granted && status !== denied) throw new Error(`Incident ${incident} has status ${status}.`)
  const share = `a loss of ${money({ symbol: '%', decimals: 16 }, ratio, 2)} of what is insured`
  const found = `granted: ${lossSum === 0n ? share : 'the list of losses as it was asserted'}`
  await stage.say(status === granted ? found : 'denied: the bond is lost')
  const { logs } = await stage.send(court, 'settleCase', [incident])
  const assessors = silent.map((who) => stage.person(who).address)
  const more = silent.length === 0 ? [] : (await stage.send(court, 'settleSilent', [incident, assessors])).logs
  await tellCosts(stage, pool, [...logs, ...more])
}

/** Who was slashed, and what the others share. */
async function tellCosts(stage: Stage, pool: string, logs: Log[]): Promise<void> {
  const events = parseEventLogs({ abi: stage.bulwark.court.abi, logs }) as unknown as Event[]
  for (const { eventName, args } of events) {
    if (eventName !== 'Slashed') continue
    const who = stage.nameOf(args.assessor as Address)
    await stage.say(`${who} loses ${money(stakeAsset, args.amount as bigint)} of stake`)
  }
  const settled = events.find(({ eventName }) => eventName === 'CaseSettled') as Event
  const { fee, pot } = settled.args as { fee: bigint; pot: bigint }
  const shared = pot === 0n ? '' : ` and ${money(stakeAsset, pot * 10n ** 9n)} of stake`
  await stage.say(`whoever judged so shares ${money(stage.pool(pool).asset, fee)} of the bond${shared}`)
}
