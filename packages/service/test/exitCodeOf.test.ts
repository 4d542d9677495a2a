import { WrongChainError } from '@bulwark/sdk'
import { exitCodeOf, FatalError, RetryableError } from '@bulwark/service'
import { expect, test } from 'vitest'

const wrongChain = new WrongChainError({ field: 'chain id', expected: '10', actual: '1' })

test('default', () => {
  expect(exitCodeOf(new FatalError('The password is wrong.'))).toBe(78)
  expect(exitCodeOf(new RetryableError('The database does not answer.'))).toBe(75)
})

test('behavior: a node of another chain, or what it led to, is fatal', () => {
  expect(exitCodeOf(wrongChain)).toBe(78)
  expect(exitCodeOf(new TypeError('failed', { cause: wrongChain }))).toBe(78)
})

test('behavior: the outermost policy counts', () => {
  expect(exitCodeOf(new RetryableError('The node does not answer.', { cause: wrongChain }))).toBe(75)
})

test('behavior: what nobody thought of is started again', () => {
  expect(exitCodeOf(new TypeError('undefined is not a function'))).toBe(1)
  expect(exitCodeOf('thrown')).toBe(1)
})
