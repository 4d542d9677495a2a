import { parseEther } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { courtParameters, type Deployed, deployAppealableArbitrator, startKleros } from '../src/index.ts'
import { amount, type CourtWorld, full, startCourt } from './helpers/startCourt.ts'

const decided = 1
const nothing = 1n
const claimed = 3n

let world: CourtWorld

const outcomeOf = (incident: bigint) =>
  world.read<readonly [number, number]>(world.bulwark.court, 'outcomeOf', [incident])
const disputeOf = async (incident: bigint) =>
  (await world.read<{ dispute: bigint }>(world.bulwark.court, 'caseOf', [incident])).dispute

/** Appeals the award as the first holder, who sends more than the fee. */
async function appeal(incident: bigint, functionName = 'appeal') {
  const [account] = world.chain.actors.holders
  await world.call(world.bulwark.court, functionName, [incident], { account, value: parseEther('1') })
  return disputeOf(incident)
}

/** Takes the ruling in, settles, and returns what the holder was paid. */
async function settle(incident: bigint, cover: bigint): Promise<bigint> {
  const { bulwark, usd, chain, call, read } = world
  const [holder] = chain.actors.holders
  const before = await read<bigint>(usd, 'balanceOf', [holder.address])
  await call(bulwark.incidents, 'rule', [incident])
  await call(bulwark.incidents, 'settle', [incident, [cover]])
  return (await read<bigint>(usd, 'balanceOf', [holder.address])) - before
}

beforeAll(async () => {
  world = await startCourt()
})
afterAll(() => world.stop())

test('default', async () => {
  const sold = await world.sell(world.bulwark.membersAppeal.address)
  const incident = await world.judge(sold, [full, full / 2, full / 2])
  await world.wait(courtParameters.appealTime)
  expect(await outcomeOf(incident)).toEqual([decided, full / 2])
  expect(await settle(incident, sold.cover)).toBe(amount / 2n)
})

test("behavior: a denial is reversed by Kleros's appealable arbitrator, on an appeal to itself", async () => {
  const { chain, call, read } = world
  const arbitrator = await deployAppealableArbitrator(chain, { price: parseEther('0.1'), appealTime: 86_400n })
  const sold = await world.sell(arbitrator.address)
  const incident = await world.judge(sold, [0, 0, 0])
  const dispute = await appeal(incident)
  const rule = (contract: Deployed, id: bigint, choice: bigint) =>
    call(contract, 'giveRuling', [id, choice], { account: chain.actors.arbitrator })
  await rule(arbitrator, dispute, nothing)
  expect(await outcomeOf(incident)).toEqual([0, 0])
  await appeal(incident, 'appealAgain')
  const second = await read<bigint>(arbitrator, 'getAppealDisputeID', [dispute])
  await rule(arbitrator, second, claimed)
  await world.wait(86_400)
  await rule(arbitrator, second, 0n)
  expect(await outcomeOf(incident)).toEqual([decided, full])
  expect(await settle(incident, sold.cover)).toBe(amount)
})

test("behavior: Kleros's court confirms a denial, then seven jurors grant on appeal", async () => {
  const kleros = await startKleros(world.chain)
  const sold = await world.sell(kleros.liquid.address, kleros.extraData)
  const incident = await world.judge(sold, [0, 0, full])
  const dispute = await appeal(incident)
  await kleros.judge(dispute, nothing)
  expect(await world.read(kleros.liquid, 'currentRuling', [dispute])).toBe(nothing)
  const [holder] = world.chain.actors.holders
  // Only the arbitrable contract can appeal there: not even who pays.
  const direct = world.call(kleros.liquid, 'appeal', [dispute, '0x'], { account: holder, value: parseEther('1') })
  await expect(direct).rejects.toThrow('Can only be called by the arbitrable contract')
  await appeal(incident, 'appealAgain')
  await kleros.judge(dispute, claimed)
  await kleros.execute(dispute)
  expect(await outcomeOf(incident)).toEqual([decided, full])
  expect(await settle(incident, sold.cover)).toBe(amount)
  await world.call(world.bulwark.court, 'settleCase', [incident])
  const { assessors, holders } = world.chain.actors
  const staked = await world.read<{ staked: bigint }>(world.bulwark.court, 'assessorOf', [assessors[0].address])
  expect(staked.staked).toBeLessThan(10_000n * 10n ** 9n)
  const repaid = await world.read(world.bulwark.court, 'creditOf', [world.usd.address, holders[0].address])
  expect(repaid).toBe(30_000_000n)
})
