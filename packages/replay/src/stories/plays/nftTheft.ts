import { buildLossProof, getProofTermsId, prepareDefineProofTerms } from '@bulwark/sdk'
import type { Deployed } from '@bulwark/testkit'
import { type Hex, parseEther, parseUnits } from 'viem'
import { consent } from '../consent.ts'
import { collectionOf, registerCollection } from '../holdings/collection.ts'
import { mineToGrid } from '../holdings/mineToGrid.ts'
import { sendPrepared } from '../holdings/sendPrepared.ts'
import { showCollection } from '../holdings/showCollection.ts'
import { inForce } from '../inForce.ts'
import type { Stage } from '../Stage.ts'
import { day, hour, utc } from '../time.ts'
import type { Story } from '../types.ts'
import { claimByUma } from '../uma/claimByUma.ts'
import { listOptimistic } from '../uma/listOptimistic.ts'
import { nftTheft as wordingOf } from '../wordings/nftTheft.ts'

const wad = 10n ** 18n
const usd = (amount: number) => parseUnits(String(amount), 6)
/** What each NFT counts for. */
const value = parseEther('30')
const deductible = wad / 10n
const [waiting, liveness, grace] = [7 * day, 2 * day, 30 * day]
const [bond, umaBond] = [usd(2_000), usd(5_000)]
/** Grace, two days to assert, the liveness, the longest vote, three days for keepers, one to settle. */
const worstHours = (grace + 2 * day + liveness + 12 * day + 3 * day + day) / hour

const begins = utc('2022-02-01T09:00')
const signed = utc('2022-02-17T15:00')
/** The block that counts: the last one on the grid before the thefts, and the first after them. */
const counts = utc('2022-02-19T20:00')
const next = utc('2022-02-20T02:30')

type Plan = {
  amount: bigint
  at: number
  /** What he owned in the block that counts, and what was taken when. */
  ids: readonly bigint[]
  stolen: readonly bigint[]
  stolenAt?: number
}
const covers: Readonly<Record<string, Plan>> = {
  Gus: { amount: parseEther('25'), at: begins + day, ids: [7n], stolen: [7n], stolenAt: utc('2022-02-19T22:30') },
  Hana: {
    ...{ amount: parseEther('100.000001'), at: begins + 2 * day },
    ...{ ids: [11n, 12n, 13n], stolen: [11n, 12n], stolenAt: utc('2022-02-19T23:10') },
  },
  Ivo: { amount: parseEther('30'), at: begins + 3 * day, ids: [], stolen: [] },
  Juno: {
    ...{ amount: parseEther('30'), at: utc('2022-02-16T12:00') },
    ...{ ids: [21n], stolen: [21n], stolenAt: utc('2022-02-20T00:20') },
  },
  Kai: { amount: parseEther('60'), at: begins + 3 * day, ids: [31n, 32n], stolen: [] },
}
const days = 180

/** The part of what an account held that was stolen, WAD. */
const ratioOf = ({ ids, stolen }: Plan): bigint => (wad * BigInt(stolen.length)) / BigInt(ids.length)

/** The lower of what was insured and what was held, × the part stolen, less the deductible on what was insured. */
function paidFor(plan: Plan): bigint {
  const { amount, at, ids, stolenAt } = plan
  if (stolenAt === undefined || !inForce(stolenAt, { since: at + waiting, until: at + days * day })) return 0n
  const held = BigInt(ids.length) * value
  const lost = ((amount < held ? amount : held) * ratioOf(plan)) / wad
  return lost - (amount * deductible + wad - 1n) / wad
}

export const nftTheft: Story = {
  name: 'nft-theft',
  what: 'phished orders take NFTs, 19 February 2022; who held them is proven by storage proof',
  risk: 'theft of NFTs',
  decidedBy: 'Optimistic: UMA’s oracle, and a proof of who owned each NFT at the block that counts',
  told: [
    'Real: on that day, within three hours, orders that 17 users of OpenSea had signed unread took 254 NFTs for nothing. UMA’s oracle and vote are its own contracts. Hours, the collection, who is insured and the amounts are invented.',
    'Covered: NFTs of one account that are stolen, each for 30 WETH, if it was proven to own them in the last block on the grid before. Each account is a risk of its own. Paid: the part stolen, less a tenth.',
  ],
  begins,
  usesUma: true,
  grid: 64n,
  configure: registerCollection,
  expected() {
    return Object.fromEntries(Object.entries(covers).map(([who, plan]) => [who, paidFor(plan)]))
  },
  async play(stage) {
    const { lossProofs, incidents } = stage.bulwark
    const { optimistic } = stage.bulwark as typeof stage.bulwark & { optimistic: Deployed }
    const nft = collectionOf(stage)
    const currency = await stage.token('USDC', 'USD Coin', 6)
    await stage.token('WETH', 'Wrapped Ether', 18)
    for (const [who, { ids }] of Object.entries(covers)) {
      for (const id of ids) await stage.send(nft, 'mint', [stage.person(who).address, id])
    }
    await showCollection(stage, nft, await mineToGrid(stage, begins + 7 * hour), [7n, 11n, 21n])
    const terms = { token: nft.address, value }
    await sendPrepared(stage, [prepareDefineProofTerms({ lossProofs: lossProofs.address, terms })])
    const proofTerms = getProofTermsId(terms)
    await listOptimistic(stage, {
      ...{ name: 'Lanterns', currency, bond, umaBond, liveness, rate: (5n * wad) / 100n },
      wording: wordingOf({
        ...{ collection: 'Lanterns', address: nft.address, value: '30 WETH', gridHours: 6 },
        ...{ waitingDays: waiting / day, graceDays: grace / day, worstHours },
      }),
      summary: 'theft of NFTs of the collection Lanterns, each for 30 WETH, all but a tenth; who owned them is proven',
      terms: { waiting, minPeriod: 14 * day, grace, deductible, personal: true, lossProof: 2, proofTerms },
    })
    await stage.openPool({
      ...{ name: 'Lighthouse', asset: 'WETH', backs: ['Lanterns'] },
      deposits: { Ada: parseEther('300'), Ben: parseEther('150') },
    })
    for (const [who, { amount, at }] of Object.entries(covers).sort(([, a], [, b]) => a.at - b.at)) {
      const account = stage.person(who).address
      await stage.at(at).buy({ who, pool: 'Lighthouse', listing: 'Lanterns', amount, days, account })
      // So that whoever likes may settle for him.
      await consent(stage, who, who)
    }

    const thief = stage.person('the thief').address
    stage.at(signed)
    for (const [who, { stolenAt }] of Object.entries(covers)) {
      if (stolenAt !== undefined) await stage.send(nft, 'setApprovalForAll', [thief, true], { who })
    }
    await stage.say('Gus, Hana and Juno sign what a page asks for, unread: whoever has it may take their NFTs')
    await mineToGrid(stage, counts)
    await stage.say('a block on the grid: who owns what in it counts for whatever is lost until the next, 6 hours on')
    for (const [who, { stolen, stolenAt }] of Object.entries(covers).sort(([, a], [, b]) => time(a) - time(b))) {
      if (stolenAt === undefined) continue
      stage.at(stolenAt)
      const from = stage.person(who).address
      for (const id of stolen) await stage.send(nft, 'transferFrom', [from, thief, id], { who: 'the thief' })
      await stage.say(
        `the thief carries out what ${who} had signed: ${names(stolen)} ${stolen.length > 1 ? 'are' : 'is'} gone`,
      )
    }
    stage.at(utc('2022-02-20T00:50'))
    const buyer = stage.person('Ivo').address
    await stage.send(nft, 'transferFrom', [thief, buyer, 7n], { who: 'the thief' })
    await stage.say('Ivo buys #7 from the thief')
    await mineToGrid(stage, next)
    await stage.say('the next block on the grid: #7 is Ivo’s in it')

    const thefts = [
      { who: 'Gus', plan: covers.Gus as Plan, says: 'that his only one was stolen' },
      { who: 'Hana', plan: covers.Hana as Plan, says: 'that two of her three were stolen' },
      // What he says did happen, to another.
      { who: 'Ivo', plan: covers.Gus as Plan, says: 'that #7 was stolen from him at half past ten; nobody looks' },
    ]
    const claims: { who: string; incident: bigint; lossTime: number }[] = []
    for (const [index, { who, plan, says }] of thefts.entries()) {
      stage.at(utc('2022-02-20T09:00') + index * hour)
      const lossTime = plan.stolenAt as number
      const { incident } = await claimByUma(stage, {
        ...{ who, listing: 'Lanterns', pool: 'Lighthouse', lossTime, ratio: ratioOf(plan) },
        ...{
          currency,
          bond,
          umaBond,
          personal: { account: stage.person(who).address, owner: stage.person(who).address },
        },
        evidence: `The order that was signed, and the transaction: ${names(plan.stolen)}.`,
      })
      claims.push({ who, incident, lossTime })
      await stage.say(`${who} asserts in UMA’s oracle ${says}`)
    }
    for (const { who, lossTime } of claims) await prove(stage, { proofTerms, who, lossTime })
    await stage.say('keepers prove who owned what in the block that counts: Gus one, Hana three, Ivo none')

    for (const [index, { who, incident, lossTime }] of claims.entries()) {
      stage.at(utc('2022-02-22T09:30') + index * hour)
      await stage.send(optimistic, 'settleAssertion', [incident])
      const { status } = await stage.read<{ status: number }>(incidents, 'incidentOf', [incident])
      if (status !== 2) throw new Error(`Incident ${incident} has status ${status}.`)
      await stage.say(`UMA’s oracle lets ${who}’s assertion stand: granted`)
      await stage.settle('Lanterns', incident, lossTime, [who])
    }
    await stage.say('Ivo gets nothing: in the block that counts #7 was not his, whatever UMA’s oracle let stand')
  },
}

const time = ({ stolenAt = 0 }: Plan): number => stolenAt

const names = (ids: readonly bigint[]): string => ids.map((id) => `#${id}`).join(' and ')

type Proof = { proofTerms: Hex; who: string; lossTime: number }

/** Whoever claims #7 and never owned it: the proof of #7 counts for its owner, not for him. */
async function prove(stage: Stage, { proofTerms, who, lossTime }: Proof): Promise<void> {
  const { ids } = covers[who] as Plan
  const calls = await buildLossProof(stage.chain.public, {
    ...{ lossProofs: stage.bulwark.lossProofs.address, proofTerms, lossTime: BigInt(lossTime) },
    ...{ holder: stage.person(who).address, nftIds: ids.length > 0 ? ids : [7n] },
  })
  await sendPrepared(stage, calls)
}
