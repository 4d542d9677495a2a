import { expect, test } from 'vitest'
import { canonicalJson, compareStatements, NotCanonicalError } from '../src/index.ts'

test('default', () => {
  expect(canonicalJson({ b: '1', a: [true, null, 7], é: { z: '', y: '"\n€' } })).toBe(
    '{"a":[true,null,7],"b":"1","é":{"y":"\\"\\n€","z":""}}',
  )
})

test('behavior: keys stand in the order of their UTF-16 units, as RFC 8785 has them', () => {
  const keys = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 }
  expect(Object.values(JSON.parse(canonicalJson(keys)))).toHaveLength(7)
  expect(canonicalJson(keys)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
})

test('behavior: spacing and order in the file do not matter', () => {
  const [one, two] = ['{"a":1,"b":{"c":2,"d":3}}', '{ "b": { "d": 3, "c": 2 }, "a": 1 }']
  expect(canonicalJson(JSON.parse(two))).toBe(canonicalJson(JSON.parse(one)))
})

test('error: NotCanonicalError', () => {
  for (const value of [0.5, 2 ** 53, Number.NaN, '\ud800', undefined, 1n, () => 1]) {
    expect(() => canonicalJson({ a: [value] }), String(value)).toThrow(NotCanonicalError)
  }
  expect(() => canonicalJson({ a: [0.5] })).toThrow('statement.a[0] is the number 0.5')
})

test('behavior: differences have paths, of what is missing too', () => {
  expect(compareStatements({ a: [1, { b: null }], c: 'x' }, { a: [1, { b: 'y' }, 3], d: {} })).toEqual([
    { path: 'a[1].b', stated: 'null', found: 'y' },
    { path: 'a[2]', stated: '(nothing)', found: '3' },
    { path: 'd', stated: '(nothing)', found: '{}' },
    { path: 'c', stated: 'x', found: '(nothing)' },
  ])
  expect(compareStatements({ a: {} }, { a: [] })).toEqual([{ path: 'a', stated: '{}', found: '[]' }])
  expect(compareStatements(JSON.parse('{"__proto__":{"a":1}}'), {})).toMatchObject([{ path: '__proto__' }])
  expect(compareStatements(JSON.parse('{"__proto__":{}}'), {})).toHaveLength(1)
})
