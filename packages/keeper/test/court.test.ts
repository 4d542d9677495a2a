import { courtParameters } from '@bulwark/testkit'
import { keccak256, parseEther, stringToHex, zeroHash } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { amount, type CourtWorld, full, startCourt, wad } from '../../testkit/test/helpers/startCourt.ts'
import type { Reminder } from '../src/index.ts'
import { keeperOf, sentBy, tick } from './helpers/keeperOf.ts'

let world: CourtWorld

beforeAll(async () => {
  world = await startCourt()
})
afterAll(() => world.stop())

describe('a case', () => {
  test('default: the keeper opens, counts, reveals for its assessor, reminds the others, rules, pays and settles', async () => {
    const { bulwark, chain, call, read, wait, usd } = world
    const { court, incidents, token } = bulwark
    const { holders, assessors, treasury } = chain.actors
    const [self, other, third, silent] = assessors
    const stake = parseEther('10000')
    await call(token, 'transfer', [silent.address, stake], { account: treasury })
    await call(token, 'approve', [court.address, stake], { account: silent })
    await call(court, 'stake', [stake], { account: silent })
    const sold = await world.sell(bulwark.membersAppeal.address)
    const reason = keccak256(stringToHex('because'))
    const reminders: Reminder[] = []
    const keeper = await keeperOf(bulwark, {
      account: self,
      reveals: [{ incident: 1n, award: BigInt(full), reason, salt: zeroHash }],
      assessors: [other.address, silent.address],
      onReminder: (reminder) => reminders.push(reminder),
    })

    await call(usd, 'mint', [holders[1].address, 100_000_000n])
    await call(usd, 'approve', [incidents.address, 100_000_000n], { account: holders[1] })
    const lossTime = Number((await chain.public.getBlock()).timestamp) - 3_600
    const facts = { listing: sold.listing, key: zeroHash, lossTime, ratio: wad, root: zeroHash, lossSum: 0n }
    const assertion = { ...facts, evidence: '0x', pool: sold.pool.address }
    await call(incidents, 'assertLoss', [assertion], { account: holders[1] })
    await tick(keeper, 3)
    expect(await sentBy(keeper)).toMatchObject({ 'step/confirmed': 1, 'openCase/confirmed': 1 })

    const { evidenceTime, answerTime, commitTime, revealTime, appealTime } = courtParameters
    await wait(evidenceTime + answerTime)
    for (const account of [self, other, third, silent]) {
      const commitment = await read(court, 'commitmentOf', [1n, account.address, full, reason, zeroHash])
      await call(court, 'commit', [1n, commitment], { account })
    }
    await tick(keeper, 1)
    expect(reminders).toEqual([])
    await wait(commitTime)
    await tick(keeper, 3)
    expect(await sentBy(keeper)).toMatchObject({ 'reveal/confirmed': 1 })
    expect(reminders.map(({ assessor }) => assessor)).toEqual(
      [other, silent].map(({ address }) => address.toLowerCase()),
    )
    for (const account of [other, third]) await call(court, 'reveal', [1n, full, reason, zeroHash], { account })

    const before = await read<bigint>(usd, 'balanceOf', [holders[0].address])
    await wait(revealTime)
    await tick(keeper, 2)
    await wait(appealTime)
    await tick(keeper, 8)
    expect((await read<bigint>(usd, 'balanceOf', [holders[0].address])) - before).toBe(amount)
    const sent = await sentBy(keeper)
    expect(sent).toMatchObject({
      ...{ 'rule/confirmed': 1, 'settle/confirmed': 1, 'settleCase/confirmed': 1, 'settleSilent/confirmed': 1 },
    })
    expect(Object.keys(sent).filter((key) => key.endsWith('reverted'))).toEqual([])
    expect(keeper.status.planned).toMatchObject({ urgent: 0, soon: 0 })
  })
})
