import { concat, encodeAbiParameters, type Hex, numberToHex, parseSignature, size, stringToHex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chainTime, type Deployed, type FunctionsNetwork, increaseTo, startFunctionsNetwork } from '../src/index.ts'
import {
  amount,
  day,
  delayTable,
  type Flights,
  type InsuredEvent,
  noFunctions,
  noSigners,
  startFlights,
  triggerFee,
  wad,
} from './helpers/startFlights.ts'

const source = { signers: 1, functions: 0 }
const state = { requested: 1, failed: 2, reported: 3, suspended: 4, ruled: 5 }
const times = { longestEvent: 2 * day, window: 5 * day, table: delayTable }

let world: Flights
let network: FunctionsNetwork
let pool: Deployed
let listing: bigint
let subscription: bigint

/** Text in CBOR. */
function cborText(text: string): Hex {
  const bytes = stringToHex(text)
  const length = size(bytes)
  const head = length < 24 ? numberToHex(0x60 + length) : concat(['0x79', numberToHex(length, { size: 2 })])
  return concat([head, bytes])
}

/** What the network is asked: inline JavaScript, as Chainlink's own library encodes it up to the arguments. */
const request = concat([
  ...[cborText('codeLocation'), '0x00' as const, cborText('language'), '0x00' as const, cborText('source')],
  cborText('const [facts, begins, ends] = bytesArgs; return encode(await delayOf(facts, begins, ends))'),
])

const answerOf = (value: bigint, distance = 0n, status = 0n): Hex =>
  encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }, { type: 'uint256' }], [value, distance, status])

const keyOf = (event: InsuredEvent) => world.read<Hex>(world.reports, 'keyOf', [event])

async function stateOf(of: bigint, event: InsuredEvent): Promise<number> {
  const record = await world.read<{ state: number }>(world.reports, 'recordOf', [of, await keyOf(event)])
  return record.state
}

/** Cover of a flight that is over. */
async function flown(facts: string): Promise<{ event: InsuredEvent; id: bigint }> {
  const event = await world.flight(stringToHex(facts))
  const id = await world.insure(pool, listing, event, world.chain.actors.holders[0])
  await increaseTo(world.chain, event.ends)
  return { event, id }
}

async function ask(event: InsuredEvent, facts: string) {
  const account = world.chain.actors.keeper
  const args = [listing, event, stringToHex(facts), pool.address]
  return network.requestIn(await world.call(world.reports, 'request', args, { account }))
}

/** Proves, settles, and returns what the holder was paid and the ruling's gas. */
async function proveAndSettle(from: Deployed, of: bigint, event: InsuredEvent, id: bigint) {
  const { reports, bulwark, usd, chain } = world
  const { keeper, holders } = chain.actors
  const before = await world.read<bigint>(usd, 'balanceOf', [holders[0].address])
  const options = { account: keeper, value: triggerFee }
  const { gasUsed } = await world.call(reports, 'prove', [of, event, from.address], options)
  const incident = await world.read<bigint>(reports, 'incidentOf', [of, await keyOf(event)])
  await world.call(bulwark.incidents, 'settle', [incident, [id]], { account: keeper })
  return { paid: (await world.read<bigint>(usd, 'balanceOf', [holders[0].address])) - before, gasUsed }
}

beforeAll(async () => {
  world = await startFlights()
  network = await startFunctionsNetwork(world.chain)
  subscription = await network.subscribe(world.chain.actors.deployer, world.reports.address)
  const { router, donId } = network
  const functions = { router: router.address, subscription, donId, callbackGas: 100_000, request }
  listing = await world.list({ ...times, source: source.functions, functions, signers: noSigners })
  pool = await world.openPool(listing)
})
afterAll(() => world.stop())

test('default', async () => {
  const facts = 'BA 117, 2027-02-01'
  const { event, id } = await flown(facts)
  const asked = await ask(event, facts)
  expect(asked.data.startsWith(request)).toBe(true)
  expect(await stateOf(listing, event)).toBe(state.requested)

  // Two of four nodes are too few.
  await expect(network.answer(asked, { result: answerOf(31n), signatures: 2 })).rejects.toThrow('ReportInvalid')
  expect(await network.answer(asked, { result: answerOf(31n) })).toBe(0)
  expect(await stateOf(listing, event)).toBe(state.reported)
  const { paid, gasUsed } = await proveAndSettle(pool, listing, event, id)
  expect(paid).toBe(amount / 2n)
  expect(gasUsed).toBeLessThan(400_000n)
  expect(await stateOf(listing, event)).toBe(state.ruled)
})

test('behavior: an answer that carries a result and an error is an error, and is asked for again', async () => {
  const facts = 'BA 118, 2027-02-01'
  const { event, id } = await flown(facts)
  const first = await ask(event, facts)
  expect(await network.answer(first, { result: answerOf(60n), error: stringToHex('timed out') })).toBe(0)
  expect(await stateOf(listing, event)).toBe(state.failed)
  await increaseTo(world.chain, (await chainTime(world.chain)) + 3_600)
  expect(await network.answer(await ask(event, facts), { result: answerOf(0n, 0n, 1n) })).toBe(0)
  expect((await proveAndSettle(pool, listing, event, id)).paid).toBe(amount)
})

test('behavior: what is no report does not make the callback revert', async () => {
  const facts = 'BA 119, 2027-02-01'
  const { event } = await flown(facts)
  expect(await network.answer(await ask(event, facts), { result: stringToHex('sixty minutes') })).toBe(0)
  expect(await stateOf(listing, event)).toBe(state.failed)
})

test('behavior: an answer after the window is delivered, and ignored', async () => {
  const facts = 'BA 120, 2027-02-01'
  const { event } = await flown(facts)
  const asked = await ask(event, facts)
  await increaseTo(world.chain, event.ends + times.window + 1)
  expect(await network.answer(asked, { result: answerOf(60n) })).toBe(0)
  expect(await stateOf(listing, event)).toBe(state.requested)
})

test('behavior: nothing is sold while the router is paused, or once the subscription has dropped the trigger', async () => {
  const event = await world.flight(stringToHex('BA 121, 2027-02-01'))
  const canSell = async () => world.read<boolean>(world.reports, 'canSell', [listing, await keyOf(event)])
  expect(await canSell()).toBe(true)
  await world.call(network.router, 'pause', [])
  expect(await canSell()).toBe(false)
  await world.call(network.router, 'unpause', [])
  expect(await canSell()).toBe(true)

  await world.call(network.router, 'removeConsumer', [subscription, world.reports.address])
  expect(await canSell()).toBe(false)
})

test('behavior: k of n signers sign typed data, and are paid out after a day', async () => {
  const { reports, chain } = world
  const signers = chain.actors.reporters.slice(0, 3).sort((a, b) => (BigInt(a.address) < BigInt(b.address) ? -1 : 1))
  const members = signers.map(({ address }) => address)
  const config = { members, threshold: 2, rotator: noSigners.rotator, rotationDelay: 0 }
  const own = await world.list({ ...times, source: source.signers, functions: noFunctions, signers: config })
  const ownPool = await world.openPool(own)
  const event = await world.flight(stringToHex('BA 117, 2027-03-01'))
  const id = await world.insure(ownPool, own, event, chain.actors.holders[0])
  await increaseTo(chain, event.ends)

  const report = { value: 20n, distance: 0n, status: 0, time: event.ends }
  const message = { listing: Number(own), key: await keyOf(event), ...report }
  const signatures = []
  for (const signer of signers.slice(0, 2)) {
    const signature = await signer.signTypedData({
      domain: {
        name: 'Bulwark ReportTrigger',
        version: '1',
        chainId: chain.chainId,
        verifyingContract: reports.address,
      },
      types: {
        Report: [
          { name: 'listing', type: 'uint32' },
          { name: 'key', type: 'bytes32' },
          { name: 'value', type: 'uint96' },
          { name: 'distance', type: 'uint64' },
          { name: 'status', type: 'uint8' },
          { name: 'time', type: 'uint32' },
        ],
      },
      primaryType: 'Report',
      message,
    })
    const { r, s, yParity } = parseSignature(signature)
    signatures.push({ v: 27 + yParity, r, s })
  }
  await world.call(reports, 'submit', [own, event, report, signatures], { account: chain.actors.keeper })
  const early = proveAndSettle(ownPool, own, event, id)
  await expect(early).rejects.toThrow('ChallengeOpen')
  await increaseTo(chain, (await chainTime(chain)) + day)
  expect((await proveAndSettle(ownPool, own, event, id)).paid).toBe((amount * (wad / 4n)) / wad)
})
