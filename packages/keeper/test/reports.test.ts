import { increaseTo, startFunctionsNetwork } from '@bulwark/testkit'
import { concat, encodeAbiParameters, type Hex, numberToHex, size, stringToHex } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  amount,
  day,
  delayTable,
  type Flights,
  noSigners,
  startFlights,
} from '../../testkit/test/helpers/startFlights.ts'
import { keeperOf, sentBy, tick } from './helpers/keeperOf.ts'

let world: Flights

beforeAll(async () => {
  world = await startFlights()
})
afterAll(() => world.stop())

const cborText = (text: string): Hex => {
  const length = size(stringToHex(text))
  const head = length < 24 ? numberToHex(0x60 + length) : concat(['0x79', numberToHex(length, { size: 2 })])
  return concat([head, stringToHex(text)])
}

describe('a report', () => {
  test('default: the keeper asks the network when the flight is over, asks again, proves and pays', async () => {
    const { chain, bulwark, reports, usd, read } = world
    const [holder] = chain.actors.holders
    const network = await startFunctionsNetwork(chain)
    const subscription = await network.subscribe(chain.actors.deployer, reports.address)
    const request = concat([
      ...[cborText('codeLocation'), '0x00' as const, cborText('language'), '0x00' as const, cborText('source')],
      cborText('return encode(await delayOf(bytesArgs))'),
    ])
    const functions = {
      router: network.router.address,
      subscription,
      donId: network.donId,
      callbackGas: 100_000,
      request,
    }
    const times = { longestEvent: 2 * day, window: 5 * day, table: delayTable }
    const listing = await world.list({ ...times, source: 0, functions, signers: noSigners })
    const pool = await world.openPool(listing)

    const facts = stringToHex('BA 117, 2027-02-01')
    const event = await world.flight(facts)
    await world.insure(pool, listing, event, holder)
    const moments = { begins: BigInt(event.begins), ends: BigInt(event.ends), lastSale: BigInt(event.lastSale) }
    const known = { listing, facts, event: { facts: event.facts, zone: event.zone, ...moments } }
    const keeper = await keeperOf(bulwark, { events: [known] })
    await tick(keeper, 2)
    expect(await sentBy(keeper)).toEqual({})

    await increaseTo(chain, event.ends)
    await tick(keeper, 2)
    expect(await sentBy(keeper)).toMatchObject({ 'requestReport/confirmed': 1 })
    await increaseTo(chain, event.ends + 3_700)
    await tick(keeper, 2)
    expect(await sentBy(keeper)).toMatchObject({ 'requestReport/confirmed': 2 })

    const block = await chain.public.getBlock({ blockTag: 'latest', includeTransactions: true })
    let asked: Parameters<typeof network.answer>[0] | undefined
    for (let number = block.number; !asked && number > block.number - 10n; number--) {
      const { transactions } = await chain.public.getBlock({ blockNumber: number, includeTransactions: true })
      for (const { hash, to } of transactions) {
        if (to !== reports.address.toLowerCase()) continue
        asked = network.requestIn(await chain.public.getTransactionReceipt({ hash }))
      }
    }
    if (!asked) throw new TypeError('The network was not asked.')
    const types = [{ type: 'uint256' }, { type: 'uint256' }, { type: 'uint256' }] as const
    await network.answer(asked, { result: encodeAbiParameters(types, [31n, 0n, 0n]) })

    const before = await read<bigint>(usd, 'balanceOf', [holder.address])
    await tick(keeper, 6)
    expect((await read<bigint>(usd, 'balanceOf', [holder.address])) - before).toBe(amount / 2n)
    const sent = await sentBy(keeper)
    expect(sent).toMatchObject({ 'prove/confirmed': 1, 'settle/confirmed': 1 })
    expect(Object.keys(sent).filter((key) => key.endsWith('reverted'))).toEqual([])
  })
})
