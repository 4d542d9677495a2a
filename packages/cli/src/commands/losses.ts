import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatUnits } from 'viem'
import { UsageError } from '../errors.ts'
import { argumentOf, optionOf } from '../program/inputs.ts'
import type { Context, Result } from '../program/types.ts'
import { formatProofs, proveLosses } from '../proveLosses.ts'

/**
 * `bulwark losses prove`: root, proofs and CID of a list of losses.
 *
 * @example
 * const { data } = await proveLossesCommand(context)
 */
export async function proveLossesCommand(context: Context): Promise<Result> {
  const bytes = await read(argumentOf(context, 'file'))
  const proved = proveLosses(bytes, { merge: context.options.merge === true })
  const { root, lossSum, accounts, depth, cid } = proved
  const out = optionOf(context, 'out')
  if (out !== undefined) {
    await mkdir(out, { recursive: true })
    await writeFile(join(out, 'proofs.json'), formatProofs(proved))
    await writeFile(join(out, 'losses.csv'), bytes)
  }
  return {
    data: { root, lossSum, accounts, depth, cid },
    view: [
      {
        fields: [
          ['accounts', String(accounts)],
          ['lossSum', `${lossSum} (${formatUnits(lossSum, 18)})`],
          ['root', root],
          ['cid', cid],
          ...(out === undefined ? [] : [['written', `${out}/proofs.json, ${out}/losses.csv`] as const]),
        ],
      },
    ],
  }
}

async function read(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a directory' : message
    const advice = 'Give the path of a CSV with the columns account and loss.'
    throw new UsageError(`${file} cannot be read: ${why}.`, { cause: error, advice })
  }
}
