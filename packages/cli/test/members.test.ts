import { prepareSetProtocolFee, propose } from '@bulwark/sdk'
import { send } from '@bulwark/testkit'
import { parseEther } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day, gas } from '../../sdk/test/helpers/startWorld.ts'
import { type CliWorld, shapeOf, startCliWorld } from './helpers/startCliWorld.ts'

let world: CliWorld

beforeAll(async () => {
  world = await startCliWorld({ launched: true })
  const { actors, bulwark, chain } = world
  const args = [actors.voters[0].address, parseEther('20000000')]
  await send(chain, { ...bulwark.token, functionName: 'transfer', args, account: actors.treasury })
})
afterAll(() => world.stop())

describe('delegate', () => {
  test('default', async () => {
    const [voter] = world.actors.voters
    const { code, json } = await world.run('delegate self --from voter --yes --json')
    expect(code).toBe(0)
    expect(json.delegate).toBe(voter.address)
    const shown = await world.inside('delegate --from voter')
    expect(shown).toMatchObject({ delegate: voter.address, votes: { value: '20000000' } })
    expect(shapeOf(json)).toMatchSnapshot()
  })
})

describe('vote', () => {
  test('default', async () => {
    const { addresses, actors } = world
    expect((await world.inside('vote')).proposals).toEqual([])
    const calls = [prepareSetProtocolFee({ listings: addresses.listings, fee: 300 })]
    const wallet = world.walletOf(actors.voters[0])
    await world.mined(propose(wallet, { ...addresses, calls, description: 'Cheaper cover\nFor all.', gas }))
    const early = await world.attempt('vote 1 for --from voter --yes --json')
    expect(early.code).toBe(5)
    await world.wait(day + 1n)
    const { code, json } = await world.run('vote 1 for --reason "cheaper" --from voter --yes --json')
    expect(code).toBe(0)
    expect(shapeOf(json)).toMatchSnapshot()
    const [proposal] = (await world.inside('vote')).proposals
    expect(proposal).toMatchObject({ number: '1', state: 'active', calls: [{ functionName: 'setProtocolFee' }] })
    expect(proposal.votes.for).toBe(`${parseEther('20000000')}`)
    const again = await world.attempt('vote 1 against --from voter --yes')
    expect(again.code).toBe(2)
    expect((await world.attempt('vote 9 for --from voter')).code).toBe(3)
    expect((await world.attempt('vote 1 perhaps --from voter')).code).toBe(2)
  })
})
