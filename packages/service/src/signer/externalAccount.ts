import {
  type Address,
  createClient,
  getAddress,
  type Hex,
  type HttpRequestError,
  http,
  isHex,
  type LocalAccount,
  parseTransaction,
  type RpcError,
  recoverTransactionAddress,
  type TransactionSerializable,
  type TransactionSerialized,
  toHex,
} from 'viem'
import { toAccount } from 'viem/accounts'
import { SignerMismatchError, SignerRefusedError, SignerUnreachableError } from './errors.ts'

/** The parameters of {@link externalAccount}. */
export type ExternalAccountParameters = { url: string; address: Address }

/**
 * An account whose key is in a signer of its own. What comes back is compared with what was asked for before anybody
 * sends it.
 *
 * @throws {SignerUnreachableError} if it does not answer.
 * @throws {SignerRefusedError} if it does not have the key.
 * @example
 * const account = await externalAccount({ url: 'http://127.0.0.1:9000', address })
 */
export async function externalAccount({ url, address }: ExternalAccountParameters): Promise<LocalAccount> {
  const client = createClient({ transport: http(url, { retryCount: 0, timeout: 60_000 }) })

  /** The first method that the signer knows: Ethereum's own names, then Clef's. */
  const request = async (methods: readonly string[], params: readonly unknown[]): Promise<unknown> => {
    let unknown: unknown
    for (const method of methods) {
      try {
        return await client.request({ method, params } as never)
      } catch (error) {
        const { name, code, shortMessage } = error as RpcError & HttpRequestError
        if (code === -32601 || code === -32600) {
          unknown = error
          continue
        }
        if (name === 'HttpRequestError' || name === 'TimeoutError') {
          throw new SignerUnreachableError({ url, cause: error })
        }
        throw new SignerRefusedError({ url, address, reason: shortMessage ?? String(error), cause: error })
      }
    }
    const reason = `it knows none of ${methods.join(', ')}.`
    throw new SignerRefusedError({ url, address, reason, cause: unknown })
  }

  const accounts = (await request(['eth_accounts', 'account_list'], [])) as readonly Address[]
  if (!accounts.some((held) => getAddress(held) === getAddress(address))) {
    throw new SignerRefusedError({ url, address, reason: 'it does not have that key.' })
  }

  return toAccount({
    address: getAddress(address),
    async signTransaction(transaction) {
      const methods = ['eth_signTransaction', 'account_signTransaction']
      const answer = await request(methods, [toRequest(transaction, address)])
      // web3signer and anvil answer with the bytes, geth and Clef with an object that holds them.
      const raw = typeof answer === 'string' ? answer : (answer as { raw?: unknown })?.raw
      if (!isHex(raw)) throw new SignerMismatchError({ url, field: 'format' })
      await compare(url, address, transaction, raw as TransactionSerialized)
      return raw as never
    },
    async signMessage({ message }) {
      const text = typeof message === 'string' ? toHex(message) : toHex(message.raw)
      return (await request(['personal_sign'], [text, address])) as Hex
    },
    async signTypedData(typedData) {
      const text = JSON.stringify(typedData, (_, value) => (typeof value === 'bigint' ? value.toString() : value))
      return (await request(['eth_signTypedData_v4', 'eth_signTypedData'], [address, text])) as Hex
    },
  })
}

function toRequest(transaction: TransactionSerializable, from: Address): Record<string, unknown> {
  const { to, data, value, gas, nonce, chainId, maxFeePerGas, maxPriorityFeePerGas, gasPrice } = transaction
  const quantity = (number: bigint | number | undefined) => (number === undefined ? undefined : toHex(number))
  const fields = {
    ...{ from, to: to ?? undefined, data, input: data, nonce: quantity(nonce ?? 0), value: quantity(value ?? 0n) },
    ...{ gas: quantity(gas), chainId: quantity(chainId), gasPrice: quantity(gasPrice) },
    ...{ maxFeePerGas: quantity(maxFeePerGas), maxPriorityFeePerGas: quantity(maxPriorityFeePerGas) },
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

async function compare(
  url: string,
  address: Address,
  asked: TransactionSerializable,
  raw: TransactionSerialized,
): Promise<void> {
  const signed = parseTransaction(raw) as TransactionSerializable
  const normal = (transaction: TransactionSerializable) => ({
    to: transaction.to?.toLowerCase(),
    data: transaction.data ?? '0x',
    value: transaction.value ?? 0n,
    nonce: transaction.nonce ?? 0,
    gas: transaction.gas,
    chainId: transaction.chainId,
    maxFeePerGas: transaction.maxFeePerGas ?? transaction.gasPrice,
    maxPriorityFeePerGas: transaction.maxPriorityFeePerGas ?? 0n,
  })
  const [want, have] = [normal(asked), normal(signed)]
  for (const field of Object.keys(want) as (keyof typeof want)[]) {
    if ((want[field] ?? 0n) !== (have[field] ?? 0n)) throw new SignerMismatchError({ url, field })
  }
  const from = await recoverTransactionAddress({ serializedTransaction: raw as never })
  if (from !== getAddress(address)) throw new SignerMismatchError({ url, field: 'key' })
}
