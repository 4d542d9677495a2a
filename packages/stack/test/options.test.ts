import { describe, expect, test } from 'vitest'
import { StackUsageError } from '../src/errors.ts'
import { readOptions } from '../src/options.ts'

test('default', () => {
  expect(readOptions([])).toMatchObject({ mode: 'local', directory: '.bulwark', fresh: false, ports: { chain: 8545 } })
  expect(readOptions(['--demo', 'usdc-2023', '--speed', '60'])).toMatchObject({ mode: 'demo', speed: 60, wait: 60 })
  const remote = ['--rpc', 'http://a', '--rpc', 'https://b', '--deployment', 'd.json']
  expect(readOptions(remote)).toMatchObject({ mode: 'remote', rpcUrls: ['http://a', 'https://b'], keystore: undefined })
  expect(readOptions(['--help'])).toBeUndefined()
})

describe('error: StackUsageError', () => {
  test.each([
    [['--demo', 'atlantis'], 'no demo called atlantis'],
    [['--demo', 'usdc-2023', '--rpc', 'http://a'], 'chain of its own'],
    [['--rpc', 'http://a'], 'go together'],
    [['--deployment', 'x'], 'go together'],
    [['--rpc', 'ftp://a', '--deployment', 'x'], 'no URL'],
    [['--rpc', 'nonsense', '--deployment', 'x'], 'no URL'],
    [['--keystore', 'k'], 'key of its own'],
    [['--rpc', 'http://a', '--deployment', 'x', '--keystore', 'k'], 'password-file go together'],
    [['--speed', '0'], '--speed is "0"'],
    [['--speed', '1e3'], '--speed is "1e3"'],
    [['--wait', '-1'], '--wait'],
    [['--api-port', '65536'], '--api-port is "65536"'],
    [['--chain-port', '８５４５'], 'whole number'],
    [['--nonsense'], '--nonsense'],
    [['stray'], 'stray'],
  ])('%j', (args, message) => {
    expect(() => readOptions(args)).toThrow(StackUsageError)
    expect(() => readOptions(args)).toThrow(message)
  })
})
