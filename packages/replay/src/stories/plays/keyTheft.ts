import { parseUnits } from 'viem'
import { claim, insured } from '../claim.ts'
import { consent, revokeConsent } from '../consent.ts'
import { appeal, choices, ruleByKleros } from '../court/appeal.ts'
import { conclude } from '../court/conclude.ts'
import { assetOf, convene } from '../court/convene.ts'
import { answer, fileClaim, submitEvidence } from '../court/fileClaim.ts'
import { arbitrationTime, listJudged } from '../court/listJudged.ts'
import { stakeAssessors } from '../court/stakeAssessors.ts'
import { vote } from '../court/vote.ts'
import { worstHoursOf } from '../court/worstHoursOf.ts'
import { day, hour, utc } from '../time.ts'
import type { Story } from '../types.ts'
import { keyTheft as wordingOf } from '../wordings/keyTheft.ts'

const wad = 10n ** 18n
const usd = (amount: number) => parseUnits(String(amount), 6)
const usdc = { symbol: 'USDC', name: 'USD Coin', decimals: 6, value: usd(1) }
const grace = 30 * day
const deductible = (5n * wad) / 100n

const published = utc('2022-09-15T12:00')
const lossAt = utc('2022-09-20T05:00')
const filedAt = utc('2022-09-21T09:00')

const covers = {
  Gus: { amount: usd(80_000), stolen: usd(62_500.25) },
  Hana: { amount: usd(40_000), stolen: 0n },
} as const

/** What was stolen of Gus, as a part of what he insured. */
const ratio = (covers.Gus.stolen * wad) / covers.Gus.amount

/** The account whose key is insured; its owner holds the cover elsewhere. */
const walletOf = (who: string) => `${who}’s wallet`

export const keyTheft: Story = {
  name: 'key-theft',
  what: 'the key of one account is computed and its money taken; the assessors deny the claim, Kleros grants it',
  risk: 'theft of a key',
  decidedBy: 'Court: three assessors denied it, three jurors of Kleros’s own court granted it on appeal',
  told: [
    'Real: on 15 September 2022 it was published that keys made by the tool Profanity can be computed; on the 20th about 160 million dollars were taken so from a market maker. Kleros’s court is its own contracts. Hours are rounded; Gus, his key, the assessors and the jurors are invented.',
    'Covered: theft of the key of one account, the one that the cover names; of a key that is publicly known to be weak, for 14 days. Paid: what was taken, less 5 % of the cover. Each account is a risk of its own: Gus’s claim stops nobody else.',
  ],
  begins: utc('2022-08-30T12:00'),
  configure: convene({ assets: [usdc], usesKleros: true }),
  expected() {
    const { amount } = covers.Gus
    return { Gus: claim(insured(amount), ratio - deductible, 6).paid, Hana: 0n, Ivo: 0n }
  },
  async play(stage) {
    const currency = assetOf(stage, 'USDC')
    await stakeAssessors(stage, { Iris: 30_000, Jon: 25_000, Kim: 20_000 })
    const worstHours = worstHoursOf({ grace, arbitrationTime })
    await listJudged(stage, {
      ...{ name: 'Keys', currency, bond: usd(1_000), rate: wad / 100n, terms: { personal: true, grace, deductible } },
      wording: wordingOf({ deductiblePercent: 5, moveDays: 14, graceDays: grace / day, worstHours }),
      summary: 'theft of the key of one account, the one that the cover names; all but 5 % of the cover is paid',
    })
    await stage.openPool({ name: 'Harbour', asset: 'USDC', deposits: { Ada: usd(400_000) }, backs: ['Keys'] })
    const orderOf = (who: 'Gus' | 'Hana' | 'Ivo', amount: bigint) => {
      return { who, amount, pool: 'Harbour', listing: 'Keys', days: 90, account: stage.person(walletOf(who)).address }
    }
    const on = (who: string) => `the key of ${walletOf(who)}`
    stage.at(utc('2022-09-01T10:00'))
    for (const who of ['Gus', 'Hana'] as const) {
      await stage.buy({ ...orderOf(who, covers[who].amount), on: on(who) })
      await consent(stage, who, walletOf(who))
    }
    await stage.say('each wallet agrees that its owner is paid, at another address: what a stolen key is paid is lost')

    await stage.at(published).say('it is published that keys made by Profanity can be computed; Gus’s is one of them')
    await stage.at(lossAt).say('somebody signs for Gus’s wallet and takes 62,500.25 USDC')
    stage.at(lossAt + hour)
    await revokeConsent(stage, 'Gus', walletOf('Gus'))
    await stage.say('with the same key he takes the wallet’s consent back; that counts for losses a week later')
    stage.at(filedAt)
    const personal = { account: stage.person(walletOf('Gus')).address, owner: stage.person('Gus').address }
    const evidence = 'The transfer of 20 September; how the key was made; a complaint to the police.'
    const facts = { listing: 'Keys', pools: ['Harbour'], lossAt, ratio, personal, evidence }
    const incident = await fileClaim(stage, { ...facts, who: 'Gus' })
    await stage.say('Gus asserts the theft, with a bond of 1,000 USDC')
    stage.at(filedAt + hour)
    await stage.refuse({ ...orderOf('Gus', usd(20_000)), cover: 'more', on: on('Gus') }, 'IncidentOpen')
    await stage.buy({ ...orderOf('Ivo', usd(15_000)), on: on('Ivo') })
    await stage.say('Gus’s wallet is a risk of its own: Ivo is sold his cover, and Hana’s is not frozen')

    stage.at(filedAt + day)
    const shown = 'Everybody knew on the 15th. Who leaves his money with such a key has given it away.'
    await submitEvidence(stage, incident, 'Max', shown)
    stage.at(filedAt + 3 * day)
    const text = 'The wording gives 14 days. It was the fifth, and I was travelling: my ticket is enclosed, encrypted.'
    await answer(stage, incident, 'Gus', { evidence: shown, text })
    await vote(stage, incident, {
      Iris: { percent: 0, reason: 'The weakness was public. He was careless.' },
      Jon: { percent: 0, reason: 'A known weakness is excluded.' },
      Kim: { percent: 100, reason: 'Excluded after 14 days; this was the fifth.' },
    })
    stage.at(stage.now + day)
    const dispute = await appeal(stage, incident, 'Gus')
    await stage.say('Gus appeals to Kleros and pays its fee')
    await ruleByKleros(stage, dispute, choices.claimed)
    await stage.say(
      'Kleros draws three jurors. They read the wording: five days are less than 14. The claim is granted',
    )
    await conclude(stage, incident, { listing: 'Keys', pool: 'Harbour' })
    stage.at(stage.now + hour)
    await stage.settle('Keys', incident, lossAt, ['Gus'])
    const { court } = stage.bulwark
    const repaid = await stage.read<bigint>(court, 'creditOf', [currency.address, stage.person('Gus').address])
    if (repaid !== usd(300)) throw new Error(`The appeal is repaid with ${repaid} units.`)
    await stage.say('his appeal changed the award: 300 USDC of the bond repay what it cost him')
  },
}
