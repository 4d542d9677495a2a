import { readFile } from 'node:fs/promises'
import { Wallet } from '@ethereumjs/wallet'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { LockedKeystoreError, NotAKeystoreError, WrongPasswordError } from './errors.ts'
import { parseKeystore } from './parseKeystore.ts'

/** The parameters of {@link openKeystore}. */
export type OpenKeystoreParameters = { path: string; password: string | undefined }

/**
 * Decrypts a keystore.
 *
 * @throws {NotAKeystoreError} if the file is none, cannot be read, or holds another key than it says.
 * @throws {LockedKeystoreError} if there is no password.
 * @throws {WrongPasswordError} if the password does not open it.
 * @example
 * const account = await openKeystore({ path: '.bulwark/keys/keeper.json', password: await readPassword('prompt') })
 */
export async function openKeystore({ path, password }: OpenKeystoreParameters): Promise<PrivateKeyAccount> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    throw new NotAKeystoreError({ path, reason: 'it cannot be read', cause })
  }
  const { keystore, address } = parseKeystore({ path, text })
  if (password === undefined) throw new LockedKeystoreError({ path })
  let wallet: Wallet
  try {
    wallet = await Wallet.fromV3(JSON.stringify(keystore), password, true)
  } catch (cause) {
    // The one failure that is left after the parsing: the checksum over the derived key.
    throw new WrongPasswordError({ path, cause })
  }
  const account = privateKeyToAccount(wallet.getPrivateKeyString())
  if (address !== undefined && address !== account.address) {
    throw new NotAKeystoreError({ path, reason: `it says ${address} and holds the key of ${account.address}` })
  }
  return account
}
