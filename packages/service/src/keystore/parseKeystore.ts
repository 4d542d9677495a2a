import { type Address, getAddress } from 'viem'
import { z } from 'zod'
import { NotAKeystoreError } from './errors.ts'

const hex = (bytes: number) => z.string().regex(new RegExp(`^(0x)?[0-9a-f]{${2 * bytes}}$`, 'i'))
const anyHex = z.string().regex(/^(0x)?([0-9a-f]{2}){1,256}$/i)

// Bounded: a file from elsewhere must not make a service derive its key for hours, or out of memory.
const scrypt = z.object({
  dklen: z.literal(32),
  n: z.int().min(2).max(1_048_576),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(16),
  salt: anyHex,
})
const pbkdf2 = z.object({
  dklen: z.literal(32),
  c: z.int().min(1).max(10_000_000),
  prf: z.literal('hmac-sha256'),
  salt: anyHex,
})

const common = { cipher: z.literal('aes-128-ctr'), cipherparams: z.object({ iv: hex(16) }), ciphertext: hex(32) }
const schema = z.object({
  version: z.literal(3),
  id: z.string(),
  address: hex(20).optional(),
  crypto: z.discriminatedUnion('kdf', [
    z.object({ ...common, mac: hex(32), kdf: z.literal('scrypt'), kdfparams: scrypt }),
    z.object({ ...common, mac: hex(32), kdf: z.literal('pbkdf2'), kdfparams: pbkdf2 }),
  ]),
})

/** An encrypted private key: Web3 Secret Storage, version 3. */
export type Keystore = z.infer<typeof schema>

/** What a keystore file says without its password. */
export type ParsedKeystore = { readonly keystore: Keystore; readonly address: Address | undefined }

/**
 * Reads a keystore's text, without opening it.
 *
 * @throws {NotAKeystoreError} if it is something else, or asks for more work or memory than a keystore needs.
 * @example
 * const { address } = parseKeystore({ path, text: await readFile(path, 'utf8') })
 */
export function parseKeystore({ path, text }: { path: string; text: string }): ParsedKeystore {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new NotAKeystoreError({ path, reason: 'it is not JSON', cause })
  }
  // Some wallets write the names of the fields in capitals.
  const lower = typeof value === 'object' && value !== null ? lowerKeys(value) : value
  const { success, data, error } = schema.safeParse(lower)
  if (!success) {
    const [issue] = error.issues
    const field = issue?.path.join('.') || 'the whole'
    throw new NotAKeystoreError({ path, reason: `${field} is not as it should be (${issue?.message})`, cause: error })
  }
  const address = data.address && getAddress(`0x${data.address.replace(/^0x/i, '')}`)
  return { keystore: data, address: address || undefined }
}

function lowerKeys(value: object): object {
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name.toLowerCase(), field]))
}
