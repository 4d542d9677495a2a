import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createKeystore,
  openSigner,
  SignerMismatchError,
  SignerRefusedError,
  SignerUnreachableError,
} from '@bulwark/service'
import { type Anvil, createActors, startAnvil } from '@bulwark/testkit'
import { type Hex, parseGwei, recoverMessageAddress } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let anvil: Anvil
const { keeper, attacker, holders } = createActors()

beforeAll(async () => {
  anvil = await startAnvil({ timestamp: 1_700_000_000 })
})
afterAll(() => anvil.stop())

const transfer = {
  ...({ type: 'eip1559', chainId: 31_337, to: holders[0].address, value: 5n, nonce: 0, gas: 21_000n } as const),
  ...{ maxFeePerGas: parseGwei('10'), maxPriorityFeePerGas: parseGwei('1') },
}

/** A signer that answers what a test wants; real ones do not lie on request. */
async function withSigner<T>(answers: Record<string, unknown>, use: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { id, method } = JSON.parse(Buffer.concat(chunks).toString())
    const result = answers[method]
    const error = { code: -32601, message: `the method ${method} does not exist` }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ jsonrpc: '2.0', id, ...(result === undefined ? { error } : { result }) }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.close()
  }
}

describe('openSigner', () => {
  test('default', async () => {
    const password = 'secret'
    const directory = join(tmpdir(), `bulwark-signer-${process.pid}-${Date.now()}`)
    const privateKey: Hex = `0x${'11'.repeat(32)}`
    const { path } = await createKeystore({ directory, name: 'a', password, privateKey, scryptN: 1_024 })
    const signer = await openSigner({ keystore: path, password })
    expect(signer).toMatchObject({ kind: 'keystore', address: privateKeyToAccount(privateKey).address })
  })

  test('behavior: an external signer signs what is sent raw', async () => {
    const { kind, account } = await openSigner({ url: anvil.url, address: keeper.address })
    expect(kind).toBe('external')
    const raw = await account.signTransaction(transfer)
    const before = await anvil.chain.public.getBalance({ address: transfer.to })
    const hash = await anvil.chain.public.sendRawTransaction({ serializedTransaction: raw })
    await anvil.chain.public.waitForTransactionReceipt({ hash })
    expect(await anvil.chain.public.getBalance({ address: transfer.to })).toBe(before + 5n)
    const signature = await account.signMessage({ message: 'hello' })
    expect(await recoverMessageAddress({ message: 'hello', signature })).toBe(keeper.address)
  })

  test('behavior: speaks as Clef does', async () => {
    const raw = await keeper.signTransaction(transfer)
    await withSigner({ account_list: [keeper.address], account_signTransaction: { raw, tx: {} } }, async (url) => {
      const { account } = await openSigner({ url, address: keeper.address })
      expect(await account.signTransaction(transfer)).toBe(raw)
    })
  })

  test('error: SignerUnreachableError', async () => {
    const opened = openSigner({ url: 'http://127.0.0.1:1', address: keeper.address })
    await expect(opened).rejects.toThrow(SignerUnreachableError)
  })

  test('error: SignerRefusedError', async () => {
    const stranger = '0x00000000000000000000000000000000000000AA'
    await expect(openSigner({ url: anvil.url, address: stranger })).rejects.toThrow(SignerRefusedError)
    await withSigner({ eth_accounts: [keeper.address] }, async (url) => {
      const { account } = await openSigner({ url, address: keeper.address })
      await expect(account.signTransaction(transfer)).rejects.toThrow(/knows none of/)
    })
  })

  test('error: SignerMismatchError', async () => {
    const answers: [unknown, string][] = [
      ['0x1234zz', 'format'],
      [{}, 'format'],
      [await keeper.signTransaction({ ...transfer, to: attacker.address }), 'to'],
      [await keeper.signTransaction({ ...transfer, value: 6n }), 'value'],
      [await keeper.signTransaction({ ...transfer, nonce: 1 }), 'nonce'],
      [await keeper.signTransaction({ ...transfer, chainId: 1 }), 'chainId'],
      [await keeper.signTransaction({ ...transfer, maxFeePerGas: parseGwei('999') }), 'maxFeePerGas'],
      [await keeper.signTransaction({ ...transfer, data: '0x01' }), 'data'],
      [await attacker.signTransaction(transfer), 'key'],
    ]
    for (const [answer, field] of answers) {
      await withSigner({ eth_accounts: [keeper.address], eth_signTransaction: answer }, async (url) => {
        const { account } = await openSigner({ url, address: keeper.address })
        const error = await account.signTransaction(transfer).catch((e) => e)
        expect(error, field).toBeInstanceOf(SignerMismatchError)
        expect(error.message).toContain(`another ${field} `)
      })
    }
  })
})
