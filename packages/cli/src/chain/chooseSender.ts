import { existsSync, realpathSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { listKeystores, openSigner, parseKeystore, readPassword } from '@bulwark/service'
import { type Address, getAddress, isAddress, type LocalAccount } from 'viem'
import { NotFoundError, UsageError } from '../errors.ts'
import { parseAddress } from '../parse/parseAddress.ts'
import { parseUrl } from '../parse/parseUrl.ts'
import { readText } from '../parse/readText.ts'
import { optionOf } from '../program/inputs.ts'
import type { Context } from '../program/types.ts'

/** Who acts: known by address at once, and asked to sign only when there is something to sign. */
export type Sender = {
  readonly address: Address
  /** What the person knows it by. */
  readonly name: string
  /** Opens the key. */
  open(): Promise<LocalAccount>
}

type Kept = { readonly name: string; readonly path: string; readonly address: Address; readonly passwordFile?: string }

/**
 * Finds out who acts: an external signer, a keystore that is named, that of an address, the only one that there is, or
 * the first of a local stack. Nothing is opened and no password is asked for yet.
 *
 * @throws {UsageError} if it is not clear who.
 * @throws {NotFoundError} if there is no such keystore.
 * @throws {NotAKeystoreError} if the file is none.
 * @example
 * const { address, open } = await chooseSender(context)
 */
export async function chooseSender(context: Context): Promise<Sender> {
  const { config, options, talk } = context
  if (options.passwordStdin === true && optionOf(context, 'passwordFile') !== undefined) {
    throw new UsageError('--password-file and --password-stdin exclude each other.')
  }
  if (config.signer !== undefined) {
    const url = parseUrl(config.signer, 'signer URL')
    if (config.from === undefined) throw new UsageError('--signer needs --from, the address to sign with.')
    const address = parseAddress(config.from, 'sender')
    return {
      ...{ address, name: `${address} at ${new URL(url).host}` },
      open: async () => (await openSigner({ url, address })).account,
    }
  }
  const kept = await findKeystore(context)
  if (kept === undefined) {
    // Whoever only simulates needs no key.
    if (options.dryRun === true && config.from !== undefined) {
      const address = parseAddress(config.from, 'sender')
      return {
        address,
        name: address,
        open: () => Promise.reject(new UsageError('There is no keystore to sign with.')),
      }
    }
    const advice =
      'Make one with `bulwark keystore create`, or name one: --keystore FILE, or --signer URL --from ADDRESS.'
    throw new UsageError('It is not clear who acts: there is no keystore.', { advice })
  }
  const { name, path, address } = kept
  const open = async (): Promise<LocalAccount> => {
    const password = await passwordFor(context, kept)
    const done = talk.wait('Opening the keystore')
    try {
      return (await openSigner({ keystore: path, password })).account
    } finally {
      done()
    }
  }
  return { address, name, open }
}

async function passwordFor(context: Context, { name, passwordFile }: Kept): Promise<string | undefined> {
  const file = optionOf(context, 'passwordFile')
  if (file !== undefined) return readPassword({ file })
  if (context.options.passwordStdin === true) return readPassword('stdin')
  if (passwordFile !== undefined) return readPassword({ file: passwordFile })
  if (context.talk.asks) return readPassword('prompt', { question: `Password of ${name}: ` })
  return undefined
}

async function findKeystore({ config }: Context): Promise<Kept | undefined> {
  const { keystore, from, demo } = config
  const demoKept = demo.map(
    ({ label, address, keystore: path, passwordFile }): Kept => ({
      ...{ name: label, path, address: getAddress(address) },
      ...(passwordFile !== undefined && { passwordFile }),
    }),
  )
  const listed = (await Promise.all(config.keystores.map((folder) => listKeystores(folder)))).flat()
  const own = listed
    .filter(({ path }) => !demoKept.some((kept) => isSameFile(kept.path, path)))
    .flatMap((entry): Kept[] => (entry.address === undefined ? [] : [{ ...entry, address: entry.address }]))
  const all = [...own, ...demoKept]
  const named = keystore ?? (from !== undefined && !isAddress(from, { strict: false }) ? from : undefined)
  if (named !== undefined) {
    const found = all.find(({ name, path }) => name === named || path === named)
    if (found !== undefined) return matching(found, from)
    if (isAbsolute(named) || existsSync(named)) return matching(await readKeystore(named), from)
    const names = all.map(({ name }) => name).join(', ') || 'none at all'
    throw new NotFoundError(`There is no keystore called ${JSON.stringify(named)}.`, { advice: `There are: ${names}.` })
  }
  if (from !== undefined) return all.find(({ address }) => address === getAddress(from))
  if (own.length === 1 && demoKept.length === 0) return own[0]
  if (demoKept.length > 0) return demoKept[0]
  if (own.length === 0) return undefined
  const names = own.map(({ name }) => name).join(', ')
  throw new UsageError('There are several keystores.', { advice: `Choose one with --from: ${names}.` })
}

async function readKeystore(path: string): Promise<Kept> {
  const { address } = parseKeystore({ path, text: await readText(path) })
  if (address === undefined) {
    throw new UsageError(`${path} does not say whose key it holds.`, { advice: 'Add its address, as geth writes it.' })
  }
  return { name: path, path, address }
}

function matching(kept: Kept, from: string | undefined): Kept {
  if (from === undefined || !isAddress(from, { strict: false }) || getAddress(from) === kept.address) return kept
  throw new UsageError(`The keystore ${kept.name} holds the key of ${kept.address}, not of ${from}.`)
}

function isSameFile(one: string, other: string): boolean {
  if (one === other) return true
  return existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other)
}
