import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import {
  createKeystore,
  InvalidPrivateKeyError,
  KeystoreExistsError,
  LockedKeystoreError,
  listKeystores,
  NotAKeystoreError,
  openKeystore,
  PasswordSourceError,
  readPassword,
  WrongPasswordError,
} from '@bulwark/service'
import { createActors } from '@bulwark/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

// Cheap: what is tested is not how slow a guess is.
const scryptN = 1_024
const password = 'correct horse battery staple'
let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bulwark-keystore-'))
})
afterAll(async () => {
  await rm(directory, { recursive: true })
})

/** The test vectors of the Web3 Secret Storage definition: one key, one password, both derivations. */
const vectors = {
  scrypt: {
    kdfparams: { dklen: 32, n: 262_144, r: 1, p: 8 },
    salt: 'ab0c7876052600dd703518d6fc3fe8984592145b591fc8fb5c6d43190334ba19',
    iv: '83dbcc02d8ccb40e466191a123791e0e',
    ciphertext: 'd172bf743a674da9cdad04534d56926ef8358534d458fffccd4e6ad2fbde479c',
    mac: '2103ac29920d71da29f15d75b4a16dbe95cfd7ff8faea1056c33131d846e3097',
  },
  pbkdf2: {
    kdfparams: { dklen: 32, c: 262_144, prf: 'hmac-sha256' },
    salt: 'ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd',
    iv: '6087dab2f9fdbbfaddc31a909735c1e6',
    ciphertext: '5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46',
    mac: '517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2',
  },
}
const vectorKey = '0x008AeEda4D805471dF9b2A5B0f38A0C3bCBA786b'

function vector(kdf: keyof typeof vectors): string {
  const { kdfparams, salt, iv, ciphertext, mac } = vectors[kdf]
  const crypto = {
    cipher: 'aes-128-ctr',
    cipherparams: { iv },
    ciphertext,
    kdf,
    kdfparams: { ...kdfparams, salt },
    mac,
  }
  return JSON.stringify({ crypto, id: '3198bc9c-6672-5ab3-d995-4942343ae5b6', version: 3 })
}

describe('keystore', () => {
  test('default', async () => {
    const { privateKey, address } = { privateKey: `0x${'7a'.repeat(32)}` as const, address: expect.any(String) }
    const created = await createKeystore({ directory, name: 'keeper', password, privateKey, scryptN })
    expect(created).toEqual({ path: join(directory, 'keeper.json'), address })
    const account = await openKeystore({ path: created.path, password })
    expect(account.address).toBe(created.address)
    expect(await listKeystores(directory)).toContainEqual({ name: 'keeper', ...created })
  })

  test('behavior: a new key every time, in a folder and a file of one owner', async () => {
    const own = join(directory, 'own')
    const [one, two] = [
      await createKeystore({ directory: own, password, scryptN }),
      await createKeystore({ directory: own, password, scryptN }),
    ]
    expect(one.address).not.toBe(two.address)
    expect((await stat(one.path)).mode & 0o777).toBe(0o600)
    expect((await stat(own)).mode & 0o777).toBe(0o700)
    expect(await readFile(one.path, 'utf8')).not.toContain(password)
  })

  test.each(['scrypt', 'pbkdf2'] as const)('behavior: opens the vector of the definition, %s', async (kdf) => {
    const path = join(directory, `${kdf}.json`)
    await writeFile(path, vector(kdf))
    expect((await openKeystore({ path, password: 'testpassword' })).address).toBe(vectorKey)
    expect(await listKeystores(directory)).toContainEqual({ name: kdf, path, address: undefined })
  })

  test('behavior: reads the capitals that some wallets write', async () => {
    const path = join(directory, 'capitals.json')
    await writeFile(path, vector('pbkdf2').replace('"crypto"', '"Crypto"'))
    expect((await openKeystore({ path, password: 'testpassword' })).address).toBe(vectorKey)
  })

  test('behavior: a list passes over what is no keystore, and over a folder that is not there', async () => {
    const other = await mkdtemp(join(directory, 'list-'))
    await writeFile(join(other, 'notes.txt'), 'no key')
    await mkdtemp(join(other, 'folder-'))
    expect(await listKeystores(other)).toEqual([])
    expect(await listKeystores(join(other, 'nowhere'))).toEqual([])
  })

  test('behavior: a name cannot leave the folder', async () => {
    const { path } = await createKeystore({ directory, name: '../../escape', password, scryptN })
    expect(path).toBe(join(directory, '______escape.json'))
  })

  test('error: WrongPasswordError', async () => {
    const { path } = await createKeystore({ directory, name: 'wrong', password, scryptN })
    await expect(openKeystore({ path, password: `${password} ` })).rejects.toThrow(WrongPasswordError)
  })

  test('error: LockedKeystoreError', async () => {
    const { path } = await createKeystore({ directory, name: 'locked', password, scryptN })
    await expect(openKeystore({ path, password: undefined })).rejects.toThrow(LockedKeystoreError)
  })

  test('error: KeystoreExistsError, and the key that was there stays', async () => {
    const { path, address } = await createKeystore({ directory, name: 'twice', password, scryptN })
    const again = createKeystore({ directory, name: 'twice', password: 'another', scryptN })
    await expect(again).rejects.toThrow(KeystoreExistsError)
    expect((await openKeystore({ path, password })).address).toBe(address)
  })

  test('error: InvalidPrivateKeyError, without the key in it', async () => {
    for (const privateKey of ['0x1234', `0x${'ff'.repeat(32)}`, `0x${'00'.repeat(32)}`] as const) {
      const error = await createKeystore({ directory, name: 'bad', password, privateKey, scryptN }).catch((e) => e)
      expect(error).toBeInstanceOf(InvalidPrivateKeyError)
      expect(JSON.stringify({ ...error, text: String(error.stack), cause: error.cause })).not.toContain(privateKey)
    }
  })

  test('error: NotAKeystoreError', async () => {
    const path = join(directory, 'broken.json')
    const good = JSON.parse(vector('scrypt'))
    const texts = [
      ...['', '{', '[]', 'null', '7', '{"version":3}', JSON.stringify({ ...good, version: 1 })],
      // Four GiB of memory for one guess.
      vector('scrypt').replace('262144', '4194304'),
      vector('pbkdf2').replace('262144', '2000000000'),
      vector('scrypt').replace('aes-128-ctr', 'aes-256-gcm'),
    ]
    for (const text of texts) {
      await writeFile(path, text)
      await expect(openKeystore({ path, password })).rejects.toThrow(NotAKeystoreError)
    }
    await expect(openKeystore({ path: join(directory, 'nowhere.json'), password })).rejects.toThrow(NotAKeystoreError)
  })

  test('error: NotAKeystoreError, if the file names the owner of another key', async () => {
    const { path } = await createKeystore({ directory, name: 'liar', password, scryptN })
    const stored = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify({ ...stored, address: createActors().attacker.address.slice(2) }))
    await expect(openKeystore({ path, password })).rejects.toThrow(/holds the key of/)
  })
})

describe('readPassword', () => {
  const terminal = (): NodeJS.ReadStream =>
    Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} }) as unknown as NodeJS.ReadStream

  test('default', async () => {
    const file = join(directory, 'password')
    await writeFile(file, 'p4ss wörd\n', { mode: 0o600 })
    expect(await readPassword({ file })).toBe('p4ss wörd')
  })

  test('behavior: from standard input', async () => {
    const input = new PassThrough()
    input.end('secret\r\n')
    expect(await readPassword('stdin', { input: input as unknown as NodeJS.ReadStream })).toBe('secret')
  })

  test('behavior: typed, corrected, and never shown', async () => {
    const [input, output] = [terminal(), new PassThrough()]
    const read = readPassword('prompt', { input, output })
    for (const chunk of ['sec', 'x', '\u007f', 'ret', '\r']) (input as unknown as PassThrough).write(chunk)
    expect(await read).toBe('secret')
    expect(output.read().toString()).toBe('Password: \n')
  })

  test('error: PasswordSourceError', async () => {
    const file = join(directory, 'open-password')
    await writeFile(file, 'secret')
    await chmod(file, 0o644)
    await expect(readPassword({ file })).rejects.toThrow(/others can read it/)
    await chmod(file, 0o600)
    for (const [text, reason] of [
      ['', /empty/],
      ['\n', /empty/],
      ['one\ntwo', /more than one line/],
      ['x'.repeat(5_000), /longer/],
    ] as const) {
      await writeFile(file, text)
      await expect(readPassword({ file })).rejects.toThrow(reason)
    }
    await expect(readPassword({ file: join(directory, 'none') })).rejects.toThrow(/cannot be opened/)
    const pipe = new PassThrough() as unknown as NodeJS.ReadStream
    await expect(readPassword('prompt', { input: pipe })).rejects.toThrow(PasswordSourceError)
    const [input, output] = [terminal(), new PassThrough()]
    const read = readPassword('prompt', { input, output })
    ;(input as unknown as PassThrough).write('half\u0003')
    await expect(read).rejects.toThrow(/broken off/)
  })
})
