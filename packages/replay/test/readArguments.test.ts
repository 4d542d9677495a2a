import { describe, expect, test } from 'vitest'
import { readArguments } from '../src/cli/readArguments.ts'
import { UsageError } from '../src/errors.ts'

test('default', () => {
  const plain = {
    ...{ command: 'play', story: 'usdc-2023', csv: undefined, json: false, keep: false, port: undefined },
  }
  expect(readArguments(['usdc-2023'])).toEqual(plain)
  expect(readArguments(['usdc-2023', '--csv', 'a.csv', '--json', '--keep', '--port=8545'])).toEqual({
    ...{ command: 'play', story: 'usdc-2023', csv: 'a.csv', json: true, keep: true, port: 8545 },
  })
  expect(readArguments(['bridge', '--json'])).toEqual({ ...plain, story: 'bridge', json: true })
  expect(readArguments(['all', '--port', '8545'])).toEqual({ command: 'all', json: false, port: 8545 })
})

test('behavior: help and list', () => {
  for (const args of [[], ['--help'], ['-h'], ['usdc-2023', '--help']]) {
    expect(readArguments(args)).toEqual({ command: 'help' })
  }
  expect(readArguments(['list'])).toEqual({ command: 'list' })
})

describe('error: UsageError', () => {
  test.for([
    [['usdc-2022'], 'There is no story called usdc-2022, only usdc-2023, vault-loss, '],
    [['toString'], 'There is no story called toString, only usdc-2023, '],
    [['bridge', '--keep'], '--keep is for usdc-2023 only.'],
    [['all', '--csv', 'a.csv'], '--csv is for usdc-2023 only.'],
    [['usdc-2023', 'list'], 'Only one story is played at a time, not usdc-2023 and list.'],
    [['usdc-2023', '--jsno'], 'There is no option --jsno.'],
    [['usdc-2023', '--json=yes'], '--json takes no value.'],
    [['usdc-2023', '--csv'], '--csv needs a value.'],
    [['usdc-2023', '--port', '--json'], '--port needs a value.'],
    [['usdc-2023', '--port', '0'], '--port is "0", which is not a number from 1 to 65535.'],
    [['usdc-2023', '--port', '65536'], '--port is "65536", which is not a number from 1 to 65535.'],
    [['usdc-2023', '--port', '8e3'], '--port is "8e3", which is not a number from 1 to 65535.'],
  ] as const)('%j', ([args, sentence]) => {
    expect(() => readArguments(args)).toThrow(UsageError)
    expect(() => readArguments(args)).toThrow(sentence)
  })
})
