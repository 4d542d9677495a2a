import { setTimeout } from 'node:timers/promises'
import {
  type Abi,
  type Address,
  BaseError,
  decodeErrorResult,
  type Hash,
  type Hex,
  type TransactionReceipt,
  TransactionReceiptNotFoundError,
  WaitForTransactionReceiptTimeoutError,
} from 'viem'
import type { Chain } from '../createChain.ts'
import { TransactionRevertedError } from '../errors.ts'

type Transaction = { from: Address; to?: Address; data: Hex; value: bigint | undefined; gas?: bigint | undefined }

/**
 * EIP-7825's limit. An estimate is made for a block of another time than the one that is mined, and one that is a little
 * short fails in ways that look like something else.
 */
const maximalGas = 2n ** 24n

/** Sends a transaction as anvil's own account, waits until it is mined, and throws the decoded error if it reverted. */
export async function transact(
  chain: Chain,
  { action, abi, ...transaction }: Transaction & { action: string; abi: Abi },
): Promise<TransactionReceipt> {
  const { from, to, data, value, gas = maximalGas } = transaction
  const hash = await chain.wallet.sendTransaction({ account: from, to: to ?? null, data, value, gas, chain: null })
  // eth_sendTransaction answers before the block is mined.
  const receipt = await receiptOf(chain, hash)
  if (receipt.status === 'success') return receipt
  const returned = await returnedBy(chain, hash)
  throw new TransactionRevertedError({ action, hash, data: returned, ...decode(abi, returned) })
}

/**
 * Asks for a receipt until it is there. viem's `waitForTransactionReceipt` asks once for each block; on a busy machine it
 * can ask too early for the only block that there will be.
 */
async function receiptOf(chain: Chain, hash: Hash): Promise<TransactionReceipt> {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    try {
      return await chain.public.getTransactionReceipt({ hash })
    } catch (error) {
      if (!(error instanceof TransactionReceiptNotFoundError)) throw error
    }
    await setTimeout(5)
  }
  throw new WaitForTransactionReceiptTimeoutError({ hash })
}

/** What a mined transaction returned: the block it ran in is gone, so running it again could give something else. */
async function returnedBy(chain: Chain, hash: Hash): Promise<Hex> {
  const request = { method: 'debug_traceTransaction', params: [hash, { tracer: 'callTracer' }] }
  const trace = (await chain.public.request(request as never)) as { output?: Hex }
  return trace.output ?? '0x'
}

function decode(abi: Abi, data: Hex): { errorName?: string; args?: readonly unknown[] } {
  if (data === '0x') return {}
  try {
    const { errorName, args } = decodeErrorResult({ abi, data })
    return { errorName, args: args ?? [] }
  } catch (error) {
    if (error instanceof BaseError) return {}
    throw error
  }
}
