import { decodeAbiParameters, hexToString, keccak256, size, verifyTypedData, zeroHash } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { expect, test } from 'vitest'
import {
  decodeCoverUri,
  encodeFacts,
  encodeFunctionsData,
  encodeFunctionsRequest,
  encodeQuote,
  encodeReportAnswer,
  type Facts,
  formatHoursUp,
  getGrain,
  getQuoteKey,
  getQuoteTypedData,
  getReportTypedData,
  getRiskId,
  hashQuote,
  hashReport,
  InvalidFactsError,
  type Quote,
} from '../src/index.ts'

const account = privateKeyToAccount(keccak256('0x01'))
const listings = '0x5FbDB2315678afecb367f032d93F642f64180aa3'
const offer: Quote = {
  listing: 4n,
  facts: keccak256('0x02'),
  zone: 5n,
  begins: 1_700_000_000n,
  ends: 1_700_086_400n,
  lastSale: 1_699_990_000n,
  rate: 10n ** 16n,
  expiry: 1_699_980_000n,
}

test('getRiskId', () => {
  expect(getRiskId({ listing: 258n })).toBe(`0x${'0102'.padStart(64, '0')}`)
  expect(getRiskId({ listing: 258n, key: zeroHash })).toBe(getRiskId({ listing: 258n }))
  expect(getRiskId({ listing: 1n, key: keccak256('0x03') })).not.toBe(
    getRiskId({ listing: 2n, key: keccak256('0x03') }),
  )
})

test('getGrain', () => {
  expect([0, 6, 8, 18].map(getGrain)).toEqual([1n, 1n, 100n, 10n ** 12n])
})

test('getQuoteTypedData', async () => {
  const typedData = getQuoteTypedData({ listings, chainId: 1, quote: offer })
  const signature = await account.signTypedData(typedData)
  expect(await verifyTypedData({ ...typedData, address: account.address, signature })).toBe(true)
  expect(await account.sign({ hash: hashQuote({ listings, chainId: 1, quote: offer }) })).toBe(signature)
})

test('encodeQuote', () => {
  const encoded = encodeQuote({ quote: offer, signer: account.address, signature: '0x1234' })
  const types = ['uint32', 'bytes32', 'uint56', 'uint32', 'uint32', 'uint32', 'uint64', 'uint32'] as const
  const components = types.map((type) => ({ type }))
  const [quote, signer, signature] = decodeAbiParameters(
    [{ type: 'tuple', components }, { type: 'address' }, { type: 'bytes' }],
    encoded,
  )
  expect(Object.values(quote as object).map(String)).toEqual(Object.values(offer).map(String))
  expect([signer, signature]).toEqual([account.address, '0x1234'])
  expect(getQuoteKey(offer)).not.toBe(getQuoteKey({ ...offer, zone: 6n }))
  expect(getQuoteKey(offer)).toBe(getQuoteKey({ ...offer, rate: 1n, expiry: 1n }))
})

test('getReportTypedData', async () => {
  const report = { value: 31n, distance: 0n, status: 0, time: offer.ends }
  const parameters = { reportTrigger: listings, chainId: 1, listing: 4n, key: getQuoteKey(offer), report } as const
  const typedData = getReportTypedData(parameters)
  const signature = await account.signTypedData(typedData)
  expect(await verifyTypedData({ ...typedData, address: account.address, signature })).toBe(true)
  expect(await account.sign({ hash: hashReport(parameters) })).toBe(signature)
  for (const other of [{ chainId: 2 }, { listing: 5n }, { key: zeroHash }, { report: { ...report, status: 1 } }]) {
    expect(hashReport({ ...parameters, ...other })).not.toBe(hashReport(parameters))
  }
})

const flight: Facts = { kind: 'flight', flight: 'BA117', from: 'LHR', to: 'JFK', date: '2027-02-01' }
const tokyo = { latitude: 35.6895, longitude: 139.691_706 }

test.each<[string, Facts]>([
  ['flight BA117 LHR-JFK 2027-02-01', flight],
  ['earthquake 35.689500 139.691706 100 km', { kind: 'earthquake', ...tokyo, radius: 100n }],
  ['wind -25.761700 -80.000000', { kind: 'wind', latitude: -25.7617, longitude: -80 }],
  ['wind 0.000000 180.000000', { kind: 'wind', latitude: -0, longitude: 180 }],
  ['slashing 1 123456', { kind: 'slashing', chainId: 1n, validator: 123_456n }],
])('encodeFacts: %s', (text, facts) => {
  expect(hexToString(encodeFacts(facts))).toBe(text)
})

test('encodeFacts is short enough for a Functions network, whatever it is', () => {
  const most = 2n ** 64n - 1n
  const far = { latitude: -89.999_999, longitude: -179.999_999 }
  expect(size(encodeFacts({ kind: 'earthquake', ...far, radius: most }))).toBeLessThan(64)
  expect(size(encodeFacts({ kind: 'slashing', chainId: most, validator: most }))).toBeLessThan(64)
})

test.each<[string, Facts]>([
  ['flight', { ...flight, flight: 'BA0117' }],
  ['flight', { ...flight, flight: 'ba117' }],
  ['flight', { ...flight, flight: 'BA 117' }],
  ['from', { ...flight, from: 'EGLL' }],
  ['to', { ...flight, to: '' }],
  ['date', { ...flight, date: '2027-02-29' }],
  ['date', { ...flight, date: '2027-2-1' }],
  ['latitude', { kind: 'wind', latitude: 90.000_001, longitude: 0 }],
  ['latitude', { kind: 'wind', latitude: Number.NaN, longitude: 0 }],
  ['latitude', { kind: 'wind', latitude: 1.234_567_8, longitude: 0 }],
  ['longitude', { kind: 'wind', latitude: 0, longitude: -180 }],
  ['radius', { kind: 'earthquake', ...tokyo, radius: -1n }],
  ['validator', { kind: 'slashing', chainId: 1n, validator: 2n ** 64n }],
])('encodeFacts refuses another spelling of one event: %s', (field, facts) => {
  expect(() => encodeFacts(facts)).toThrow(InvalidFactsError)
  expect(() => encodeFacts(facts)).toThrow(`The field ${field} cannot be`)
})

test('encodeFunctionsRequest', () => {
  // As Chainlink's own encoder writes it: lengths as short as they can be.
  expect(encodeFunctionsRequest({ source: 'return 1' })).toBe(
    '0x6c636f64654c6f636174696f6e00686c616e67756167650066736f757263656872657475726e2031',
  )
  expect(encodeFunctionsRequest({ source: 'x'.repeat(24) })).toContain(`7818${'78'.repeat(24)}`)
  expect(encodeFunctionsRequest({ source: 'x'.repeat(256) })).toContain(`790100${'78'.repeat(256)}`)
  const data = encodeFunctionsData({ request: '0x', facts: '0x1234', event: { begins: 1n, ends: 2n } })
  const word = (digit: number) => `5820${String(digit).padStart(64, '0')}`
  expect(data).toBe(`0x69${Buffer.from('bytesArgs').toString('hex')}9f421234${word(1)}${word(2)}ff`)
  expect(encodeReportAnswer({ value: 1n, distance: 2n, status: 3 })).toBe(
    `0x${[1, 2, 3].map((digit) => String(digit).padStart(64, '0')).join('')}`,
  )
})

test('decodeCoverUri', () => {
  const plain = { name: 'Bulwark Cover 1', description: 'Listing 1, 5 grains insured' }
  expect(decodeCoverUri(`data:application/json;utf8,${JSON.stringify(plain)}`)).toEqual(plain)
  const drawn = { ...plain, description: 'Ether → dollars', image: 'data:image/svg+xml;base64,' }
  const content = Buffer.from(JSON.stringify(drawn)).toString('base64')
  expect(decodeCoverUri(`data:application/json;base64,${content}`)).toEqual(drawn)
})

test('formatHoursUp', () => {
  expect([0n, 1n, 360n, 3_600n, 9_000n, 388_800n].map(formatHoursUp)).toEqual([
    ...['0 h', '0.1 h', '0.1 h', '1 h', '2.5 h', '108 h'],
  ])
})
