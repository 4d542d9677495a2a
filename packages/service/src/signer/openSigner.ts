import type { Address, LocalAccount } from 'viem'
import { openKeystore } from '../keystore/openKeystore.ts'
import { externalAccount } from './externalAccount.ts'

/** The parameters of {@link openSigner}: a keystore with its password, or an external signer with the address to use. */
export type OpenSignerParameters =
  | { keystore: string; password: string | undefined; url?: undefined; address?: undefined }
  | { url: string; address: Address; keystore?: undefined; password?: undefined }

/** Who signs. */
export type Signer = {
  readonly kind: 'keystore' | 'external'
  readonly address: Address
  /** What viem takes as an account. It signs; sending is the caller's, with nonces of its own. */
  readonly account: LocalAccount
}

/**
 * Opens what transactions are signed with: a keystore, or a signer of its own that is reached by JSON-RPC, as Clef and
 * web3signer are.
 *
 * @throws {NotAKeystoreError} if the file is no keystore.
 * @throws {LockedKeystoreError} if there is no password for it.
 * @throws {WrongPasswordError} if the password does not open it.
 * @throws {SignerUnreachableError} if the external signer does not answer.
 * @throws {SignerRefusedError} if it does not have the key.
 * @example
 * const { account } = await openSigner({ keystore: '.bulwark/keys/keeper.json', password })
 * const other = await openSigner({ url: 'http://127.0.0.1:8550', address: keeper })
 */
export async function openSigner(parameters: OpenSignerParameters): Promise<Signer> {
  if (parameters.keystore !== undefined) {
    const { keystore: path, password } = parameters
    const account = await openKeystore({ path, password })
    return { kind: 'keystore', address: account.address, account }
  }
  const account = await externalAccount(parameters)
  return { kind: 'external', address: account.address, account }
}
