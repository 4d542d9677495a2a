import { BaseError, encodeErrorResult, type Hex, RpcRequestError, stringToHex } from 'viem'
import { describe, expect, test } from 'vitest'
import * as abis from '../src/abis/index.ts'
import {
  AlreadyArmedError,
  BulwarkError,
  CapacityExceededError,
  ContractError,
  contractErrors,
  decodeBulwarkError,
  errorsAbi,
  NoReadingError,
  NothingToCollectError,
  PoolClosedError,
  readingFaults,
  toBulwarkError,
} from '../src/index.ts'

type Parameter = { readonly type: string; readonly name: string }

/** A value of an ABI type that can be found again in a sentence. */
function sample({ type }: Parameter, index: number): unknown {
  if (type === 'address') return `0x${String(index + 1).repeat(40)}`
  if (type === 'bool') return true
  if (type === 'string') return 'wart'
  if (type === 'bytes4') return '0x77617274'
  if (type === 'bytes32') return `0x${'77617274'.padEnd(64, '0')}`
  return type === 'uint8' ? 1 : type === 'uint16' || type === 'uint32' ? 3 : BigInt(1_234 + index)
}

const items = Object.values(abis).flatMap((abi) => abi.filter(({ type }) => type === 'error'))

describe('every error of every ABI', () => {
  test.each(errorsAbi.map((item) => [item.name, item] as const))('%s has a class and a sentence', (name, item) => {
    const inputs: readonly Parameter[] = item.inputs
    const args = inputs.map(sample)
    const data = encodeErrorResult({ abi: [item], errorName: name, args } as never)
    const error = decodeBulwarkError(data)
    expect(error).toBeInstanceOf(contractErrors[name])
    expect(error).toBeInstanceOf(ContractError)
    expect(error?.name).toBe(`${name}Error`)
    expect(Object.keys(error?.args ?? {})).toEqual(inputs.map((input) => input.name))
    for (const sentence of [error?.shortMessage, error?.advice]) {
      expect(sentence).toMatch(/^[A-Z0-9].*\.$/)
      expect(sentence).not.toMatch(/undefined|\bNaN\b|\[object|\b(just|simply|oops)\b/)
    }
    // Each number that it carries is in the message, as it is or as a time, a percentage or a name.
    if (inputs.length > 0) expect(error?.message).toMatch(/\d|wart|granted|open/)
  })

  test('is in the table', () => {
    const names = new Set(items.map((item) => ('name' in item ? item.name : '')))
    expect([...names].sort()).toEqual(Object.keys(contractErrors).sort())
  })
})

test.each(readingFaults)('NoReadingError says what to do if the fault is %s', (fault) => {
  const source = `0x${'1'.repeat(40)}` as const
  const args = { fault: stringToHex(fault, { size: 32 }), source, value: 1_700_000_000n }
  const error = new NoReadingError({ args })
  expect(error.fault).toBe(fault)
  expect(error.shortMessage).not.toContain('There is no reading')
  expect(error.shortMessage).toMatch(/^\S.*\.$/)
  expect(error.advice).toMatch(/^(Try|Call) .*\.$/)
})

test('AlreadyArmedError names the round or the listing', () => {
  const sentences = [
    { firstRound: 7n, incident: 3n },
    { listing: 5n, incident: 3n },
  ].map((args) => new AlreadyArmedError({ args }).shortMessage)
  expect(sentences).toEqual([
    'The span from round 7 was armed before, as incident 3.',
    'A span of listing 5 is under proof, as incident 3.',
  ])
})

describe('toBulwarkError', () => {
  const data = encodeErrorResult({ abi: errorsAbi, errorName: 'CapacityExceeded', args: [3n, 2n] })
  const rpcError = (data: Hex) =>
    new RpcRequestError({ body: {}, url: '', error: { code: 3, message: 'execution reverted', data } })

  test('default', () => {
    const cause = new BaseError('The call failed.', { cause: rpcError(data) })
    const error = toBulwarkError(cause)
    expect(error).toBeInstanceOf(CapacityExceededError)
    expect(error).toMatchObject({ args: { scr: 3n, backing: 2n }, cause, details: 'execution reverted' })
    expect(error).toBeInstanceOf(BulwarkError)
    expect(error).toBeInstanceOf(BaseError)
    expect((error as BulwarkError).walk((e) => e instanceof RpcRequestError)).toBeInstanceOf(RpcRequestError)
    expect(error.message.split('\n').slice(0, 4)).toEqual([
      'With this sale the pool would need 3 units of capital, and only 2 back new cover.',
      '',
      'Nothing was changed and no money moved.',
      'Insure a smaller amount, buy from another pool, or wait for deposits.',
    ])
  })

  test('behavior: leaves other errors as they are', () => {
    for (const error of [new Error('x'), 'text', undefined, new BaseError('x'), rpcError('0x12345678')]) {
      expect(toBulwarkError(error)).toBe(error)
    }
    const known = new PoolClosedError({ args: {} })
    expect(toBulwarkError(known)).toBe(known)
  })

  test('behavior: two contracts may name an error alike', () => {
    const account = `0x${'1'.repeat(40)}` as const
    const token = `0x${'2'.repeat(40)}` as const
    const [ofPool, ofIncidents] = errorsAbi.filter(({ name }) => name === 'NothingToCollect')
    if (!ofPool || !ofIncidents) throw new Error('There are two')
    const decoded = [
      decodeBulwarkError(encodeErrorResult({ abi: [ofPool], args: [account] } as never)),
      decodeBulwarkError(encodeErrorResult({ abi: [ofIncidents], args: [token, account] } as never)),
    ]
    expect(decoded.map((error) => error?.args)).toEqual([{ account }, { token, account }])
    for (const error of decoded) expect(error).toBeInstanceOf(NothingToCollectError)
  })
})
