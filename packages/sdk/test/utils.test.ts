import { decodeAbiParameters, keccak256, verifyTypedData, zeroHash } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { expect, test } from 'vitest'
import {
  encodeQuote,
  getGrain,
  getQuoteKey,
  getQuoteTypedData,
  getRiskId,
  hashQuote,
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
