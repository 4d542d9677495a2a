import { buildLossTree, type LossTree } from '@bulwark/sdk'
import { type Address, parseEther } from 'viem'
import { consent } from '../consent.ts'
import { conclude } from '../court/conclude.ts'
import { assetOf, convene } from '../court/convene.ts'
import { answer, fileClaim, submitEvidence } from '../court/fileClaim.ts'
import { arbitrationTime, listJudged } from '../court/listJudged.ts'
import { stakeAssessors } from '../court/stakeAssessors.ts'
import { commitVotes, revealVotes, type Votes } from '../court/vote.ts'
import { worstHoursOf } from '../court/worstHoursOf.ts'
import { money } from '../format.ts'
import type { Stage } from '../Stage.ts'
import { day, hour, utc } from '../time.ts'
import type { Story } from '../types.ts'
import { exitScam as wordingOf } from '../wordings/exitScam.ts'

const wad = 10n ** 18n
const dai = { symbol: 'DAI', name: 'Dai Stablecoin', decimals: 18, value: wad }
const bond = parseEther('1000')
const grace = 30 * day

const lossAt = utc('2020-12-02T00:30')
const falseAt = lossAt + 11 * hour
const trueAt = lossAt + 30 * hour

/** What each had there, and what he insured. Nils is one of the team's affiliates. */
const users = {
  Gus: { lost: parseEther('48250.75'), amount: parseEther('60000') },
  Hana: { lost: parseEther('22000'), amount: parseEther('15000') },
  Ivo: { lost: parseEther('903.123456789012345678'), amount: parseEther('1000') },
  Nils: { lost: parseEther('300000'), amount: parseEther('300000') },
} as const
type User = keyof typeof users

const honest = ['Gus', 'Hana', 'Ivo'] as const
const everybody = [...honest, 'Nils'] as const

export const exitScam: Story = {
  name: 'exit-scam',
  what: 'a team takes its users’ money; one of its affiliates claims too, and is excluded; its users are paid',
  risk: 'exit scam',
  decidedBy: 'Court: three assessors denied a list with an affiliate’s account on it, and granted one without',
  told: [
    'Real: Compounder Finance, a yield farm, exchanged its strategies for ones that gave its team the deposits; on 2 December 2020 about 12 million dollars were gone. Hours are rounded. Who is insured or affiliated, all accounts, amounts and assessors are invented.',
    'Covered: what an account had there, up to what is insured; by a list of losses, granted as it is or not at all. The team and its affiliates are excluded, as the wording says.',
  ],
  begins: utc('2020-11-14T12:00'),
  configure: convene({ assets: [dai] }),
  expected() {
    const owed = honest.map((who) => {
      const { lost, amount } = users[who]
      return [who, lost < amount ? lost : amount]
    })
    return { ...Object.fromEntries(owed), Nils: 0n }
  },
  async play(stage) {
    const currency = assetOf(stage, 'DAI')
    await stakeAssessors(stage, { Iris: 60_000, Jon: 50_000, Kim: 50_000, Ada: 20_000 })
    const proofTerms = await defineTerms(stage, currency.address)
    const worstHours = worstHoursOf({ grace, arbitrationTime })
    await listJudged(stage, {
      ...{ name: 'Compounder', currency, bond, rate: (8n * wad) / 100n, terms: { lossProof: 1, proofTerms, grace } },
      wording: wordingOf({ protocol: 'Compounder Finance', graceDays: grace / day, worstHours }),
      summary: 'exit scam at Compounder: its team takes the deposits; the team and its affiliates are excluded',
    })
    const deposits = { Ada: parseEther('600000'), Ben: parseEther('400000') }
    await stage.openPool({ name: 'Haven', asset: 'DAI', deposits, backs: ['Compounder'] })
    stage.at(utc('2020-11-16T09:00'))
    for (const who of everybody) {
      const { amount } = users[who]
      const account = stage.person(who).address
      await stage.buy({ who, amount, account, pool: 'Haven', listing: 'Compounder', days: 90 })
      await consent(stage, who, who)
    }

    await stage.at(lossAt).say('the strategies are exchanged, and the deposits go to the team')
    const [withNils, without] = [everybody, honest].map((names) => listOf(stage, names)) as [LossTree, LossTree]
    stage.at(falseAt)
    const denied = await assertList(stage, withNils, 'Nils', 'Four accounts, read from the chain.')
    stage.at(falseAt + 5 * hour)
    const shown = 'Nils’s account was funded by the deployer’s, a day before the farm opened: it is the team’s.'
    await submitEvidence(stage, denied, 'Gus', shown)
    stage.at(trueAt)
    const incident = await assertList(
      stage,
      without,
      'Gus',
      'The same without the team’s account; the script is enclosed.',
    )
    stage.at(trueAt + 20 * hour)
    await answer(stage, denied, 'Nils', { evidence: shown, text: 'That was pay for my design of its website.' })

    const no = (reason: string) => ({ percent: 0, reason })
    const yes = (reason: string) => ({ percent: 100, reason })
    const onFalse: Votes = {
      Iris: no('Whoever was paid to build it is the team, by the wording: the list is false.'),
      Jon: no('One account on it is excluded.'),
      Kim: no('He says it himself: paid by the team.'),
    }
    const onTrue: Votes = {
      Iris: yes('By powers that the team had kept; the list can be rebuilt.'),
      Jon: yes('Root and sum are right, none of the accounts is the team’s.'),
      Kim: yes('The first list was right but for one account. This one is.'),
    }
    await commitVotes(stage, denied, onFalse)
    await refuseInterest(stage, denied)
    await commitVotes(stage, incident, onTrue)
    await revealVotes(stage, denied, onFalse)
    await revealVotes(stage, incident, onTrue)
    const told = { listing: 'Compounder', pool: 'Haven' }
    await conclude(stage, denied, told)
    await conclude(stage, incident, told)
    stage.at(stage.now + hour)
    const claims = honest.map((who) => ({ cover: who, claim: claimOf(stage, without, who) }))
    await stage.settleLeaves(incident, lossAt, claims)
    await stage.say('each user is paid by the leaf of his account', { pool: 'Haven' })
    await refuseLeaf(stage, { denied, incident, withNils })
  },
}

/** How a leaf becomes a payout: the account's loss is in DAI. */
async function defineTerms(stage: Stage, asset: Address): Promise<`0x${string}`> {
  const { lossProofs } = stage.bulwark
  const terms = [{ asset, value: wad, feed: `0x${'0'.repeat(40)}`, heartbeat: 0 }]
  const id = await stage.read<`0x${string}`>(lossProofs, 'defineRootTerms', terms)
  await stage.send(lossProofs, 'defineRootTerms', terms)
  return id
}

const listOf = (stage: Stage, names: readonly User[]) =>
  buildLossTree(names.map((who) => ({ account: stage.person(who).address, loss: users[who].lost })))

const claimOf = (stage: Stage, tree: LossTree, who: User) =>
  tree.claimOf(0n, tree.placeOf(stage.person(who).address) as number)

async function assertList(stage: Stage, { root, lossSum, leaves }: LossTree, who: User, evidence: string) {
  const facts = { who, listing: 'Compounder', pools: ['Haven'], lossAt, ratio: wad, root, lossSum, evidence }
  const incident = await fileClaim(stage, facts)
  await stage.say(
    `${who} asserts a list of ${leaves.length} losses, ${money(dai, lossSum)} in all, with a bond of 1,000 DAI`,
  )
  return incident
}

/** Ada staked too; what she has in the pool bars her. */
async function refuseInterest(stage: Stage, incident: bigint): Promise<void> {
  const commitment = `0x${'ad'.repeat(32)}`
  const refusal = await stage.attempt(stage.send(stage.bulwark.court, 'commit', [incident, commitment], { who: 'Ada' }))
  if (refusal !== 'ConflictOfInterest') throw new Error(`Ada judges her own pool: ${refusal ?? 'committed'}.`)
  stage.refused++
  await stage.say('Ada, who staked too, wants to judge: refused, she has 600,000 DAI in the pool that would pay')
}

/** Nils tries the leaf of his list, where it was denied and where it is not. */
async function refuseLeaf(
  stage: Stage,
  { denied, incident, withNils }: { denied: bigint; incident: bigint; withNils: LossTree },
): Promise<void> {
  const { id } = stage.covers.find(({ cover }) => cover === 'Nils') as { id: bigint }
  const leaf = { ...claimOf(stage, withNils, 'Nils'), id }
  for (const number of [denied, incident]) {
    const refusal = await stage.attempt(stage.send(stage.bulwark.incidents, 'settleLeaves', [number, [leaf]]))
    if (refusal === undefined) throw new Error(`Nils was paid by incident ${number}.`)
    await stage.say(`Nils presents his leaf to incident ${number}: refused, ${refusal}`)
  }
}
