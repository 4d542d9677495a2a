import { FatalError } from '../errors.ts'

/** A file is not an encrypted key of version 3. */
export class NotAKeystoreError extends FatalError {
  constructor({ path, reason, cause }: { path: string; reason: string; cause?: unknown }) {
    const advice = 'Give the path of a file that `bulwark keystore create` or geth wrote.'
    super(`${path} is not a keystore: ${reason}.`, { cause, advice })
  }
}

/** A password does not open a keystore. */
export class WrongPasswordError extends FatalError {
  constructor({ path, cause }: { path: string; cause?: unknown }) {
    super(`The password does not open ${path}.`, { cause, advice: 'Check it and try again; nothing was sent.' })
  }
}

/** A keystore is to be opened, and no password was given. */
export class LockedKeystoreError extends FatalError {
  constructor({ path }: { path: string }) {
    const advice = 'Give its password by a file, by standard input or at the prompt.'
    super(`The keystore ${path} is locked.`, { advice })
  }
}

/** There is a keystore of that name already. */
export class KeystoreExistsError extends FatalError {
  constructor({ path, cause }: { path: string; cause?: unknown }) {
    super(`There is a file at ${path} already.`, { cause, advice: 'Choose another name: keys are never overwritten.' })
  }
}

/** Something is not a private key. */
export class InvalidPrivateKeyError extends FatalError {
  constructor({ cause }: { cause?: unknown } = {}) {
    super('This is not a private key.', { cause, advice: 'Give 32 bytes in hex, below the order of secp256k1.' })
  }
}

/** A password cannot be had from where it should come. */
export class PasswordSourceError extends FatalError {
  constructor({ source, reason, cause }: { source: string; reason: string; cause?: unknown }) {
    const advice = 'Give a file of your own that only you can read, standard input, or a terminal.'
    super(`No password could be read from ${source}: ${reason}.`, { cause, advice })
  }
}
