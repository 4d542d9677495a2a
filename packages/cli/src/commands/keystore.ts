import {
  createKeystore,
  InvalidPrivateKeyError,
  listKeystores,
  openKeystore,
  parseKeystore,
  readPassword,
} from '@bulwark/service'
import { type Hex, isHex } from 'viem'
import { NotFoundError, UsageError } from '../errors.ts'
import { readText } from '../parse/readText.ts'
import { argumentOf, optionOf } from '../program/inputs.ts'
import type { Context, Result } from '../program/types.ts'

/**
 * `bulwark keystore create`: makes a new key and keeps it encrypted.
 *
 * @example
 * const { data } = await createKeystoreCommand(context)
 */
export async function createKeystoreCommand(context: Context): Promise<Result> {
  const name = nameOf(context)
  const password = await newPassword(context)
  return keep(context, { name, password })
}

/**
 * `bulwark keystore import`: encrypts a key, or a keystore of geth or of a wallet, that is in a file or comes by standard
 * input; it is never an argument, which every process could read.
 *
 * @example
 * const { data } = await importKeystoreCommand(context)
 */
export async function importKeystoreCommand(context: Context): Promise<Result> {
  const name = nameOf(context)
  const file = optionOf(context, 'file')
  if (file === undefined && context.options.passwordStdin === true) {
    throw new UsageError('Key and password cannot both come by standard input.', { advice: 'Use --password-file.' })
  }
  if (file === undefined && process.stdin.isTTY) {
    if (!context.talk.asks) throw new UsageError('There is no key to import.', { advice: 'Give --file FILE.' })
    const typed = await readPassword('prompt', { question: 'Private key (not shown): ' })
    return keep(context, { name, privateKey: toKey(typed), password: await newPassword(context) })
  }
  const text = file === undefined ? await readPassword('stdin') : (await readText(file)).trim()
  const privateKey = text.startsWith('{') ? await decrypt(context, text, file ?? 'standard input') : toKey(text)
  return keep(context, { name, privateKey, password: await newPassword(context) })
}

/**
 * `bulwark keystore list`: whose keys are kept where.
 *
 * @example
 * const { data } = await listKeystoresCommand(context)
 */
export async function listKeystoresCommand({ config }: Context): Promise<Result> {
  const listed = (await Promise.all(config.keystores.map((folder) => listKeystores(folder)))).flat()
  const entries = [
    ...listed.map(({ name, address, path }) => ({ name, address: address ?? null, path })),
    ...config.demo
      .filter(({ keystore }) => !listed.some(({ path }) => path === keystore))
      .map(({ label, address, keystore }) => ({ name: label, address, path: keystore })),
  ]
  const rows = entries.map(({ name, address, path }) => [name, address ?? 'unknown', path])
  const empty = 'There is none; `bulwark keystore create NAME` makes one.'
  return { data: { keystores: entries }, view: [{ columns: ['name', 'address', 'file'], rows, empty }] }
}

/**
 * `bulwark keystore address`: the address of a keystore, without its password.
 *
 * @example
 * const { data } = await keystoreAddressCommand(context)
 */
export async function keystoreAddressCommand(context: Context): Promise<Result> {
  const { data } = await listKeystoresCommand(context)
  const wanted = argumentOf(context, 'name')
  const entries = data.keystores as readonly { name: string; address: string | null; path: string }[]
  const found = entries.find(({ name, path }) => name === wanted || path === wanted)
  const address = found?.address ?? (wanted.includes('/') ? await addressIn(wanted) : undefined)
  if (address === undefined || address === null) {
    const advice = '`bulwark keystore list` shows those that there are.'
    throw new NotFoundError(`There is no keystore called ${JSON.stringify(wanted)}.`, { advice })
  }
  return { data: { name: wanted, address }, view: [{ text: address }] }
}

async function addressIn(path: string): Promise<string | undefined> {
  return parseKeystore({ path, text: await readText(path) }).address
}

function nameOf(context: Context): string {
  const name = argumentOf(context, 'name')
  if (/^[A-Za-z0-9][\w-]{0,39}$/.test(name)) return name
  const advice = 'Use letters, digits, hyphens and underscores.'
  throw new UsageError(`${JSON.stringify(name)} cannot be the name of a keystore.`, { advice })
}

async function newPassword(context: Context): Promise<string> {
  const file = optionOf(context, 'passwordFile')
  if (file !== undefined) return readPassword({ file })
  if (context.options.passwordStdin === true) return readPassword('stdin')
  if (!context.talk.asks) {
    const advice = 'Use --password-file FILE or --password-stdin.'
    throw new UsageError('There is no password, and nobody can be asked for one.', { advice })
  }
  const password = await readPassword('prompt', { question: 'New password: ' })
  const again = await readPassword('prompt', { question: 'Again: ' })
  if (password !== again) throw new UsageError('The two passwords differ; nothing was written.')
  return password
}

/** A wallet's keystore is opened by a password of its own. */
async function decrypt(context: Context, text: string, source: string): Promise<Hex> {
  parseKeystore({ path: source, text })
  if (source === 'standard input') {
    throw new UsageError('A keystore is imported from a file.', { advice: 'Give it with --file FILE.' })
  }
  const file = optionOf(context, 'oldPasswordFile')
  const question = `Present password of ${source}: `
  const password =
    file !== undefined
      ? await readPassword({ file })
      : context.talk.asks
        ? await readPassword('prompt', { question })
        : undefined
  if (password === undefined) {
    throw new UsageError('The keystore to import has a password.', { advice: 'Give it with --old-password-file FILE.' })
  }
  const { Wallet } = await import('@ethereumjs/wallet')
  await openKeystore({ path: source, password })
  return (await Wallet.fromV3(text, password, true)).getPrivateKeyString() as Hex
}

function toKey(text: string): Hex {
  const key = text.startsWith('0x') ? text : `0x${text}`
  if (!isHex(key) || key.length !== 66) throw new InvalidPrivateKeyError()
  return key
}

async function keep(
  { config, talk }: Context,
  { name, password, privateKey }: { name: string; password: string; privateKey?: Hex },
): Promise<Result> {
  const directory = config.keystores[0] as string
  const done = talk.wait('Encrypting')
  const { path, address } = await createKeystore({ directory, name, password, privateKey }).finally(done)
  talk.say('Keep the password and a copy of the file: without either, what the key holds is lost.')
  return {
    data: { name, address, path },
    view: [
      {
        fields: [
          ['name', name],
          ['address', address],
          ['file', path],
        ],
      },
    ],
  }
}
