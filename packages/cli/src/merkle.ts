/** `npm run merkle -- FILE.csv`: root, proofs and CID of a list of losses. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { formatUnits } from 'viem'
import { LossListError, UsageError } from './errors.ts'
import { formatProofs, proveLosses } from './proveLosses.ts'

const usage = `npm run merkle -- FILE.csv [--out DIR] [--merge] [--json]

Builds the root of a list of losses: the columns account and loss, in units of account with at most 18 decimals.

  --out DIR  writes DIR/proofs.json (a proof of every account) and DIR/losses.csv (the list, whose CID is printed)
  --merge    adds up several losses of an account, instead of refusing them
  --json     prints one JSON object
`

async function read(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a directory' : message
    throw new UsageError(`${file} cannot be read: ${why}. Give the path of a CSV with the columns account and loss.`)
  }
}

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = readCommandLine(args)
  if (values.help) return console.log(usage)
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new UsageError(`One file is needed.\n\n${usage}`)
  const bytes = await read(file)
  const proved = proveLosses(bytes, { merge: values.merge })
  const { root, lossSum, accounts, depth, cid } = proved
  if (values.out !== undefined) {
    await mkdir(values.out, { recursive: true })
    await writeFile(join(values.out, 'proofs.json'), formatProofs(proved))
    await writeFile(join(values.out, 'losses.csv'), bytes)
  }
  if (values.json) return console.log(JSON.stringify({ root, lossSum: `${lossSum}`, accounts, depth, cid }))
  console.log(
    [
      `accounts  ${accounts}`,
      `lossSum   ${lossSum} (${formatUnits(lossSum, 18)})`,
      `root      ${root}`,
      `cid       ${cid}`,
      ...(values.out === undefined ? [] : [`written   ${values.out}/proofs.json, ${values.out}/losses.csv`]),
    ].join('\n'),
  )
}

function readCommandLine(args: readonly string[]) {
  const options = {
    out: { type: 'string' },
    merge: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (cause) {
    throw new UsageError(`${cause instanceof Error ? cause.message : cause}\n\n${usage}`)
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const known = error instanceof LossListError || error instanceof UsageError
  console.error(known ? (error as Error).message : error)
  process.exitCode = 1
})
