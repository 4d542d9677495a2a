import { buildLossTree } from '@bulwark/sdk'
import { parseEther, parseUnits } from 'viem'
import { StoryMismatchError } from '../../errors.ts'
import { consent } from '../consent.ts'
import { assetOf, convene } from '../court/convene.ts'
import { judgeList } from '../court/judgeList.ts'
import { arbitrationTime, listJudged } from '../court/listJudged.ts'
import { stakeAssessors } from '../court/stakeAssessors.ts'
import { worstHoursOf } from '../court/worstHoursOf.ts'
import { money } from '../format.ts'
import { readFacts } from '../readFacts.ts'
import { day, hour, utc } from '../time.ts'
import type { Story } from '../types.ts'
import { protocolHack } from '../wordings/protocolHack.ts'

const wad = 10n ** 18n
const grace = 30 * day
const asset = { symbol: 'DAI', decimals: 18 }
const lossAt = utc('2023-03-13T08:50')
const deposited = parseEther('4000000')
const names = ['Ann', 'Bela', 'Cyd', 'Dov', 'Eli', 'Fay']

/** Who gave back what: as much as he had lost and been paid. */
const holders = () =>
  readFacts<'block' | 'dai'>('euler-2023.csv').map(({ dai }, index) => {
    const loss = parseUnits(dai, 18)
    // Insured to the next thousand: what is paid is the loss.
    return { who: names[index] as string, loss, amount: (loss / (1_000n * wad) + 1n) * 1_000n * wad }
  })

export const euler2023: Story = {
  name: 'euler-2023',
  what: 'a lending protocol is hacked, its users are paid, and then everything is returned',
  risk: 'hack of a protocol, undone',
  decidedBy: 'Court: three assessors, on a list of losses; what came back returns to the pool by `recover`',
  told: [
    'What was given back is real: six payments in DAI of holders whom Nexus Mutual had paid for the hack of Euler on 13 March 2023, once Euler had repaid its users, on 12 and 13 April. Covers, pool and assessors are invented.',
    'Covered: what a user lost, up to what he insured. Whoever is made whole by the protocol afterwards gives back what the pool paid; it streams to its underwriters over a cooldown.',
  ],
  begins: utc('2023-02-20T12:00'),
  configure: convene({ assets: [{ ...asset, name: 'Dai Stablecoin', value: wad }] }),
  expected: () => ({ ...Object.fromEntries(holders().map(({ who, loss }) => [who, loss])), Zoe: 0n }),
  async play(stage) {
    const dai = assetOf(stage, 'DAI')
    const { lossProofs, incidents } = stage.bulwark
    const terms = { asset: dai.address, value: wad, feed: `0x${'0'.repeat(40)}`, heartbeat: 0 }
    const proofTerms = await stage.read<`0x${string}`>(lossProofs, 'defineRootTerms', [terms])
    await stage.send(lossProofs, 'defineRootTerms', [terms])
    await stakeAssessors(stage, { Iris: 40_000, Jon: 35_000, Kim: 30_000 })
    await listJudged(stage, {
      ...{ name: 'Euler', currency: dai, bond: parseEther('1000') },
      wording: protocolHack({
        ...{ protocol: 'Euler', contracts: 'its markets on Ethereum', byList: true, graceDays: grace / day },
        worstHours: worstHoursOf({ grace, arbitrationTime }),
      }),
      summary: 'what users of Euler lose by a hack of it, as a list of losses that was ruled says',
      rate: (3n * wad) / 100n,
      terms: { lossProof: 1, proofTerms, grace },
    })
    await stage.openPool({ name: 'Haven', asset: 'DAI', backs: ['Euler'], deposits: { Ada: deposited } })
    const order = { pool: 'Haven', listing: 'Euler', days: 60 }
    stage.at(utc('2023-02-25T09:00'))
    for (const { who, amount } of holders()) {
      await stage.buy({ ...order, who, amount, account: stage.person(who).address })
      await consent(stage, who, who)
    }
    stage.at(lossAt + 2 * hour)
    await stage.buy({ ...order, who: 'Zoe', amount: parseEther('50000'), account: stage.person('Zoe').address })

    stage.at(utc('2023-03-14T12:00'))
    const tree = buildLossTree(holders().map(({ who, loss }) => ({ account: stage.person(who).address, loss })))
    const { root, lossSum } = tree
    await stage.say(`a list of ${tree.leaves.length} losses is asserted, ${money(asset, lossSum)} in all`)
    const incident = await judgeList(stage, {
      ...{ listing: 'Euler', pool: 'Haven', who: 'Mia', lossAt, ratio: wad, root, lossSum },
      evidence: 'euler-2023.csv',
      reasons: {
        Iris: 'The list is what its accounts held before the attack, less what was left.',
        Jon: 'I rebuilt the list from the chain; root and sum are the same.',
        Kim: 'Nothing was back when it was asserted.',
      },
    })
    stage.at(stage.now + hour)
    await stage.settleLeaves(
      incident,
      lossAt,
      holders().map(({ who }, place) => ({ cover: who, claim: tree.claimOf(0n, place) })),
    )
    await stage.say('the list is granted, and its accounts are paid', { pool: 'Haven' })

    const pool = stage.pool('Haven')
    for (const [index, { who, loss }] of holders().entries()) {
      stage.at(utc('2023-04-12T06:00') + index * 5 * hour)
      await stage.send(dai, 'approve', [incidents.address, loss], { who })
      await stage.send(incidents, 'recover', [incident, pool.address, loss], { who })
      await stage.say(`${who} is made whole by Euler, and gives back ${money(asset, loss)}`, { pool: 'Haven' })
    }
    stage.at(utc('2023-05-01T12:00'))
    await stage.mine()
    await stage.say('all of it has streamed to the underwriters', { pool: 'Haven' })
    const { high } = await stage.read<{ high: bigint }>(pool, 'capital')
    if (high < deposited) throw new StoryMismatchError({ story: 'euler-2023', covers: ['what came back'] })
  },
}
