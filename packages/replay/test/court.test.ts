import { describe, expect, test } from 'vitest'
import { conclude } from '../src/stories/court/conclude.ts'
import { klerosOf } from '../src/stories/court/convene.ts'
import { fileClaim } from '../src/stories/court/fileClaim.ts'
import { arbitrationTime } from '../src/stories/court/listJudged.ts'
import { type Votes, vote } from '../src/stories/court/vote.ts'
import { worstHoursOf } from '../src/stories/court/worstHoursOf.ts'
import { playStory } from '../src/stories/playStory.ts'
import { bzx2020 } from '../src/stories/plays/bzx2020.ts'
import { keyTheft } from '../src/stories/plays/keyTheft.ts'
import { operatingError } from '../src/stories/plays/operatingError.ts'
import type { Stage } from '../src/stories/Stage.ts'
import { day, hour, utc } from '../src/stories/time.ts'
import type { Story } from '../src/stories/types.ts'
import { exitScam as exitScamWording } from '../src/stories/wordings/exitScam.ts'
import { keyTheft as keyTheftWording } from '../src/stories/wordings/keyTheft.ts'
import { operatingError as operatingErrorWording } from '../src/stories/wordings/operatingError.ts'
import { protocolHack } from '../src/stories/wordings/protocolHack.ts'

const wad = 10n ** 18n
const grain = 10n ** 9n
const times = { graceDays: 30, worstHours: worstHoursOf({ grace: 30 * day, arbitrationTime }) }

type Stake = { staked: bigint; leaving: bigint; locked: bigint }

/** Plays a story and looks at what it left behind. */
const after = (story: Story, look: (stage: Stage) => Promise<void>) =>
  playStory({
    ...story,
    play: async (stage) => {
      await story.play(stage)
      await look(stage)
    },
  })

/** What somebody has at stake and can collect, whole tokens of stake. */
async function heldBy(stage: Stage, who: string) {
  const { court, token } = stage.bulwark
  const { address } = stage.person(who)
  const { staked, locked } = await stage.read<Stake>(court, 'assessorOf', [address])
  const credit = await stage.read<bigint>(court, 'creditOf', [token.address, address])
  return { staked: Number((staked * grain) / wad), locked, credit: Number(credit) / 1e18 }
}

describe('what a case costs and earns', () => {
  test('bzx-2020: who was far off and who was silent pay those who judged so, and nothing is lost', async () => {
    await after(bzx2020, async (stage) => {
      expect(await heldBy(stage, 'Kim')).toEqual({ staked: 57_000, locked: 0n, credit: 0 })
      expect(await heldBy(stage, 'Lou')).toEqual({ staked: 18_000, locked: 0n, credit: 0 })
      const [iris, jon] = [await heldBy(stage, 'Iris'), await heldBy(stage, 'Jon')]
      expect(iris.credit).toBeCloseTo((5_000 * 100) / 180, 6)
      expect(jon.credit).toBeCloseTo((5_000 * 80) / 180, 6)
      const { court, token } = stage.bulwark
      const balance = await stage.read<bigint>(token, 'balanceOf', [court.address])
      expect(balance).toBe(260_000n * wad)
      for (const who of ['Iris', 'Jon']) {
        for (const asset of [token, stage.pool('Harbour').token])
          await stage.send(court, 'collect', [asset.address, stage.person(who).address])
      }
    })
  })

  test('key-theft: the final ruling decides who was wrong, not the median', async () => {
    await after(keyTheft, async (stage) => {
      expect(klerosOf(stage)).toBeDefined()
      expect(await heldBy(stage, 'Iris')).toEqual({ staked: 28_500, locked: 0n, credit: 0 })
      expect(await heldBy(stage, 'Jon')).toEqual({ staked: 23_750, locked: 0n, credit: 0 })
      expect(await heldBy(stage, 'Kim')).toEqual({ staked: 20_000, locked: 0n, credit: 2_750 })
    })
  })

  test('operating-error: an appeal that was needed is repaid', async () => {
    await after(operatingError, async (stage) => {
      const { court } = stage.bulwark
      const args = [stage.pool('Depths').token.address, stage.person('Foundation').address]
      expect(await stage.read<bigint>(court, 'creditOf', args)).toBe(1_500n * wad)
    })
  })
})

describe('attacks', () => {
  const facts = { listing: 'bZx', pools: ['Harbour', 'Lighthouse'], evidence: 'The transaction.' }
  const judges = ['Iris', 'Jon', 'Kim']
  const all = (percent: number): Votes =>
    Object.fromEntries(judges.map((who) => [who, { percent, reason: 'The wording says so.' }]))
  const balanceOf = (stage: Stage, who: string) =>
    stage.read<bigint>(stage.pool('Harbour').token, 'balanceOf', [stage.person(who).address])

  test('a second claim on the same loss pays nobody a second time', async () => {
    await after(bzx2020, async (stage) => {
      const claim = { ...facts, who: 'Bela', lossAt: utc('2020-02-15T01:39'), ratio: (40n * wad) / 100n }
      const incident = await fileClaim(stage, claim)
      await vote(stage, incident, all(75))
      await conclude(stage, incident, { listing: 'bZx', pool: 'Harbour' })
      const ids = stage.covers.filter(({ paid, pool }) => paid > 0n && pool === 'Harbour').map(({ id }) => id)
      const settle = (number: bigint) => stage.attempt(stage.send(stage.bulwark.incidents, 'settle', [number, ids]))
      expect(await settle(1n)).toBe('NothingToSettle')
      expect(await settle(incident)).toBe('NoReserve')
    })
  })

  test('who insured himself after the loss claims it for a later time: denied, and his bond is lost', async () => {
    await after(bzx2020, async (stage) => {
      const claim = { ...facts, who: 'Dov', lossAt: utc('2020-02-17T12:00'), ratio: wad }
      const incident = await fileClaim(stage, claim)
      await vote(stage, incident, all(0))
      const before = await balanceOf(stage, 'Dov')
      await conclude(stage, incident, { listing: 'bZx', pool: 'Harbour' })
      const { id } = stage.covers.find(({ cover }) => cover === 'Dov') as { id: bigint }
      expect(await stage.attempt(stage.send(stage.bulwark.incidents, 'settle', [incident, [id]]))).toBe('WrongStatus')
      expect(await balanceOf(stage, 'Dov')).toBe(before)
      const { token } = stage.pool('Harbour')
      const credit = ['creditOf', [token.address, stage.person('Dov').address]] as const
      expect(await stage.read(stage.bulwark.incidents, ...credit)).toBe(0n)
    })
  })

  test('a claim for an account that nobody insured stops nothing', async () => {
    await after(keyTheft, async (stage) => {
      const account = stage.person('a stranger').address
      const claim = { who: 'Rex', listing: 'Keys', pools: ['Harbour'], lossAt: stage.now, ratio: wad, evidence: '' }
      expect(await stage.attempt(fileClaim(stage, { ...claim, personal: { account, owner: account } }))).toBe(
        'NeverSold',
      )
    })
  })

  test('what came back cannot be handed over to a pool that is none', async () => {
    await after(operatingError, async (stage) => {
      const { incidents, court } = stage.bulwark
      const recovering = stage.send(incidents, 'recover', [1n, court.address, 1n], { who: 'Foundation' })
      expect(await stage.attempt(recovering)).toBe('UnknownPool')
    })
  })
})

test('the worst case in a wording is the listing’s own, and a day to settle', async () => {
  await after(bzx2020, async (stage) => {
    expect(stage.listing('bZx').worst / hour + 24).toBe(times.worstHours)
  })
  expect(times.worstHours).toBe(1_704)
})

describe('wordings', () => {
  const bzx = { protocol: 'bZx', contracts: 'Fulcrum', ...times }
  test.each([
    ['protocol hack', protocolHack(bzx)],
    ['protocol hack, by a list', protocolHack({ ...bzx, byList: true })],
    ['exit scam', exitScamWording({ protocol: 'Compounder', ...times })],
    ['key theft', keyTheftWording({ deductiblePercent: 5, moveDays: 14, ...times })],
    ['operating error', operatingErrorWording({ deductiblePercent: 5, ...times })],
  ])('%s: says what is covered, what is not, what must be shown, and by when', (_, wording) => {
    for (const title of ['IS COVERED', 'TIME OF LOSS', 'HOW MUCH', 'IS NOT COVERED', 'MUST BE SHOWN', 'BY WHEN'])
      expect(wording).toMatch(new RegExp(`^[A-Z ]*${title}\\.`, 'm'))
    expect(wording).toContain(`at most ${times.worstHours} hours`)
    expect(wording).toContain('until 30 days after it')
    expect(wording).not.toMatch(/undefined|NaN/)
  })

  // Anyone can insure an account once more: what is granted applies to each cover on it.
  test.each([
    keyTheftWording({ deductiblePercent: 5, moveDays: 14, ...times }),
    operatingErrorWording({ deductiblePercent: 5, ...times }),
  ])('of one account: several covers pay no more than the loss', (wording) => {
    expect(wording.replaceAll('\n', ' ')).toContain(
      'as a part of all that is insured for the account under this listing',
    )
  })
})
