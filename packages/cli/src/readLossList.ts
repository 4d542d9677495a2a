import type { LossLeaf } from '@bulwark/sdk'
import { getAddress, isAddress, parseUnits } from 'viem'
import { LossListError } from './errors.ts'

/** How a list is read. */
export type ReadLossListParameters = {
  /** The text of the file. */
  csv: string
  /** True if several losses of an account are added up; else they are refused. @default false */
  merge?: boolean
}

const mostDecimals = 18
const mostLost = (1n << 128n) - 1n

/**
 * Reads a list of losses: a line of names with `account` and `loss` among them, then one account a line; losses in
 * units of account, with a point and at most 18 decimals. Further columns are not read. Blank lines, and those that
 * begin with #, are skipped.
 *
 * @param parameters the text, and how to read it.
 * @returns the losses in the order of the file; checksums are those of the accounts.
 * @throws {LossListError} if any row is wrong: all of them, by number.
 * @example
 * readLossList({ csv: 'account,loss\n0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045,12.5' })
 */
export function readLossList({ csv, merge = false }: ReadLossListParameters): LossLeaf[] {
  const rows = csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((text, index) => ({ text: text.trim(), number: index + 1 }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'))
  const [head, ...body] = rows
  const names = head?.text.split(',').map((name) => name.trim().toLowerCase()) ?? []
  const [accountAt, lossAt] = [names.indexOf('account'), names.indexOf('loss')]
  if (accountAt < 0 || lossAt < 0)
    throw new LossListError(['The first line names the columns: `account` and `loss` must be among them.'])

  const complaints: string[] = []
  const seen = new Map<string, { leaf: LossLeaf; row: number }>()
  for (const { text, number } of body) {
    const fields = text.split(',').map((field) => field.trim())
    const read = readRow(fields[accountAt] ?? '', fields[lossAt] ?? '')
    if (typeof read === 'string') {
      complaints.push(`Row ${number}: ${read}`)
      continue
    }
    const before = seen.get(read.account)
    if (!before) seen.set(read.account, { leaf: read, row: number })
    else if (merge) before.leaf.loss += read.loss
    else complaints.push(`Row ${number}: ${read.account} stands in row ${before.row} already; --merge adds them up.`)
  }
  const leaves = [...seen.values()].map(({ leaf }) => leaf)
  if (complaints.length === 0 && leaves.length === 0) complaints.push('The list has no row.')
  if (leaves.reduce((sum, { loss }) => sum + loss, 0n) > mostLost)
    complaints.push('All losses together do not fit 128 bits of 1e-18 units.')
  if (complaints.length > 0) throw new LossListError(complaints)
  return leaves
}

/** The leaf of a row, or what is wrong with it. */
function readRow(account: string, loss: string): LossLeaf | string {
  if (!/^0x[0-9a-f]{40}$/i.test(account)) return `\`${account}\` is no address.`
  const hasCase =
    account.slice(2) !== account.slice(2).toLowerCase() && account.slice(2) !== account.slice(2).toUpperCase()
  if (hasCase && !isAddress(account, { strict: true }))
    return `\`${account}\` has a wrong checksum: should it be ${getAddress(account.toLowerCase())}?`
  if (/^0x0{40}$/.test(account)) return 'nobody has the zero address.'
  if (!/^\d+(\.\d+)?$/.test(loss)) return `\`${loss}\` is no number of units, such as 1234.5.`
  if ((loss.split('.')[1]?.length ?? 0) > mostDecimals) return `\`${loss}\` has more than ${mostDecimals} decimals.`
  const units = parseUnits(loss, mostDecimals)
  if (units === 0n) return 'a loss of zero takes no part.'
  return { account: getAddress(account.toLowerCase()), loss: units }
}
