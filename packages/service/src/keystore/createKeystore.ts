import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { Wallet } from '@ethereumjs/wallet'
import { type Address, getAddress, type Hex, hexToBytes } from 'viem'
import { generatePrivateKey } from 'viem/accounts'
import { InvalidPrivateKeyError, KeystoreExistsError, PasswordSourceError } from './errors.ts'

/** The parameters of {@link createKeystore}. */
export type CreateKeystoreParameters = {
  /** The folder of the keystores; made, for its owner alone, if there is none. */
  directory: string
  /** What the file is called: letters, digits, hyphens and underscores. @default the address */
  name?: string | undefined
  password: string
  /** The key to keep. @default a new one */
  privateKey?: Hex | undefined
  /**
   * The work factor of scrypt, a power of two: time and memory that each guess of the password costs.
   * @default 262144, about a second and 256 MiB
   */
  scryptN?: number | undefined
}

/** A keystore on disk. */
export type CreateKeystoreReturnType = { readonly path: string; readonly address: Address }

/**
 * Encrypts a private key with a password and writes it to a file that only its owner can read: Web3 Secret Storage,
 * version 3, by scrypt, as geth and every wallet reads it.
 *
 * @throws {KeystoreExistsError} if there is a file of that name.
 * @throws {InvalidPrivateKeyError} if `privateKey` is none.
 * @throws {PasswordSourceError} if the password is empty.
 * @example
 * const { path, address } = await createKeystore({ directory: '.bulwark/keys', name: 'keeper', password })
 */
export async function createKeystore(parameters: CreateKeystoreParameters): Promise<CreateKeystoreReturnType> {
  const { directory, name, password, privateKey = generatePrivateKey(), scryptN = 262_144 } = parameters
  if (password === '') throw new PasswordSourceError({ source: 'the caller', reason: 'it is empty' })
  const wallet = toWallet(privateKey)
  const address = getAddress(wallet.getAddressString())
  const encrypted = await wallet.toV3(password, { kdf: 'scrypt', n: scryptN })
  const path = join(directory, `${(name ?? address).replace(/[^\w-]/g, '_')}.json`)
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const text = JSON.stringify({ ...encrypted, address: address.slice(2).toLowerCase() }, undefined, 2)
  try {
    // wx: fails if it exists, in one step.
    const file = await open(path, 'wx', 0o600)
    await file.writeFile(`${text}\n`)
    await file.sync()
    await file.close()
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw new KeystoreExistsError({ path, cause })
    throw cause
  }
  return { path, address }
}

function toWallet(privateKey: Hex): Wallet {
  try {
    return Wallet.fromPrivateKey(hexToBytes(privateKey))
  } catch {
    // Without the cause: its message might hold the key.
    throw new InvalidPrivateKeyError()
  }
}
