import { verifyLossProof } from '@bulwark/sdk'
import { expect, test } from 'vitest'
import { formatProofs, LossListError, proveLosses, readLossList } from '../src/index.ts'

const vitalik = '0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045'
const one = '0x0000000000000000000000000000000000000001'
const bytes = (text: string) => new TextEncoder().encode(text)

const complaintsOf = (csv: string): readonly string[] => {
  try {
    readLossList({ csv })
  } catch (error) {
    if (error instanceof LossListError) return error.complaints
    throw error
  }
  return []
}

test('default', () => {
  const csv = `# found by hand\naccount,tag,loss\n${vitalik},a,12.5\n\n${one},b,0.000000000000000001\n`
  const { root, lossSum, accounts, depth, cid, tree } = proveLosses(bytes(csv))
  expect({ lossSum, accounts, depth }).toEqual({ lossSum: 12_500_000_000_000_000_001n, accounts: 2, depth: 1 })
  expect(cid).toMatch(/^bafkrei[a-z2-7]{52}$/)
  expect(verifyLossProof(tree.claimOf(0n, 1), root, lossSum)).toBe(true)
  expect(tree.placeOf(one)).toBe(1)
})

test('behavior: proofs are JSON that anyone can use', () => {
  const proved = proveLosses(bytes(`account,loss\n${vitalik},12\n${one},3\n`))
  const { root, proofs } = JSON.parse(formatProofs(proved))
  expect(root).toBe(proved.root)
  expect(proofs).toHaveLength(2)
  expect(proofs[1]).toMatchObject({ account: one, loss: '3000000000000000000', first: 1 })
})

test('behavior: several losses of an account are refused, or added up', () => {
  const csv = `account,loss\n${one},1\n${one},2\n`
  expect(complaintsOf(csv)).toEqual([`Row 3: ${one} stands in row 2 already; --merge adds them up.`])
  expect(readLossList({ csv, merge: true })).toEqual([{ account: one, loss: 3n * 10n ** 18n }])
})

test('error: LossListError names every bad row', () => {
  const wrong = vitalik.replace('d8dA', 'd8DA')
  const rows = [
    `${wrong},1`,
    '0x12,1',
    `${one},-1`,
    `${one},1.0000000000000000001`,
    `${one},0`,
    `0x${'0'.repeat(40)},1`,
    one,
  ]
  expect(complaintsOf(`account,loss\n${rows.join('\n')}`)).toEqual([
    `Row 2: \`${wrong}\` has a wrong checksum: should it be ${vitalik}?`,
    'Row 3: `0x12` is no address.',
    'Row 4: `-1` is no number of units, such as 1234.5.',
    'Row 5: `1.0000000000000000001` has more than 18 decimals.',
    'Row 6: a loss of zero takes no part.',
    'Row 7: nobody has the zero address.',
    'Row 8: `` is no number of units, such as 1234.5.',
  ])
  expect(complaintsOf('who,what\n')).toHaveLength(1)
  expect(complaintsOf('account,loss\n')).toEqual(['The list has no row.'])
  expect(complaintsOf(`account,loss\n${one},${1n << 128n}`)).toHaveLength(1)
})

test('error: LossListError for what is no text', () => {
  expect(() => proveLosses(new Uint8Array([0xff, 0xfe]))).toThrow(LossListError)
})
