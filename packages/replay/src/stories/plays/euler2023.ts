import { buildLossTree } from '@bulwark/sdk'
import { parseEther, parseUnits } from 'viem'
import { StoryMismatchError } from '../../errors.ts'
import { money } from '../format.ts'
import { admitJudge, assertAndRule, judgeOf } from '../judge.ts'
import { readFacts } from '../readFacts.ts'
import { day, hour, utc } from '../time.ts'
import type { Story } from '../types.ts'

const wad = 10n ** 18n
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
  decidedBy: 'a ruling on a list of losses; what came back returns to the pool by `recover`',
  told: [
    'What was given back is real: six payments in DAI of holders whom Nexus Mutual had paid for the hack of Euler on 13 March 2023, once Euler had repaid its users, on 12 and 13 April. Covers, pool and ruling are invented.',
    'Covered: what a user lost, up to what he insured. Whoever is made whole by the protocol afterwards gives back what the pool paid; it streams to its underwriters over a cooldown.',
  ],
  begins: utc('2023-02-20T12:00'),
  configure: admitJudge,
  expected: () => ({ ...Object.fromEntries(holders().map(({ who, loss }) => [who, loss])), Zoe: 0n }),
  async play(stage) {
    const dai = await stage.token('DAI', 'Dai Stablecoin', 18)
    const { lossProofs, incidents } = stage.bulwark
    const terms = { asset: dai.address, value: wad, feed: `0x${'0'.repeat(40)}`, heartbeat: 0 }
    const proofTerms = await stage.read<`0x${string}`>(lossProofs, 'defineRootTerms', [terms])
    await stage.send(lossProofs, 'defineRootTerms', [terms])
    await stage.list('Euler', {
      trigger: judgeOf(stage),
      wording: 'What users of Euler lose by a hack of it, as a list of losses that was ruled says',
      rate: (3n * wad) / 100n,
      terms: {
        ...{ lossProof: 1, proofTerms, eventWindow: 3 * day, waiting: 2 * day, minPeriod: 3 * day },
        ...{ bondToken: dai.address, bond: parseEther('1000') },
      },
    })
    await stage.openPool({ name: 'Haven', asset: 'DAI', backs: ['Euler'], deposits: { Ada: deposited } })
    const order = { pool: 'Haven', listing: 'Euler', days: 60 }
    stage.at(utc('2023-02-25T09:00'))
    for (const { who, amount } of holders()) {
      await stage.buy({ ...order, who, amount, account: stage.person(who).address })
      const { id } = stage.covers.find(({ cover }) => cover === who) as { id: bigint }
      await stage.send(lossProofs, 'consent', [id, 2n ** 40n, '0x'], { who })
    }
    stage.at(lossAt + 2 * hour)
    await stage.buy({ ...order, who: 'Zoe', amount: parseEther('50000'), account: stage.person('Zoe').address })

    stage.at(utc('2023-03-14T12:00'))
    const tree = buildLossTree(holders().map(({ who, loss }) => ({ account: stage.person(who).address, loss })))
    const { root, lossSum } = tree
    await stage.say(`a list of ${tree.leaves.length} losses is asserted, ${money(asset, lossSum)} in all`)
    const incident = await assertAndRule(stage, {
      ...{ listing: 'Euler', pool: 'Haven', who: 'Mia', lossAt, ratio: wad, root, lossSum },
      ...{ evidence: 'euler-2023.csv', ruledAt: utc('2023-03-20T12:00') },
    })
    stage.at(utc('2023-03-20T13:00'))
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
