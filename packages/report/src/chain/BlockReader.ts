import {
  type Abi,
  type Address,
  type Client,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionReturnType,
  concatHex,
  decodeFunctionResult,
  type EncodeFunctionDataParameters,
  encodeFunctionData,
  type Hash,
  type Hex,
  keccak256,
  numberToHex,
  padHex,
  type RpcLog,
  type Transport,
} from 'viem'
import { call, getBlock, getCode, getStorageAt } from 'viem/actions'
import type { StatedEvidence } from '../types.ts'
import { explainFailure } from './explainFailure.ts'
import { limitConcurrency } from './limitConcurrency.ts'
import { readLogs, type Topics } from './readLogs.ts'

/** How many requests are under way at a time. */
const concurrency = 24

/** What a call is asked for. */
export type AskParameters<abi extends Abi, name extends ContractFunctionName<abi, 'view' | 'pure'>> = {
  abi: abi
  address: Address
  functionName: name
  args?: ContractFunctionArgs<abi, 'view' | 'pure', name>
  /** The part of the statement that rests on the answer. */
  proves: string
}

/** Which logs to read, up to the reader's block. */
export type LogsParameters = { address: Address; topics?: Topics; fromBlock: bigint; toBlock?: bigint; proves: string }

/**
 * Reads a chain at one block, and keeps what was asked and answered.
 *
 * @example
 * const reader = new BlockReader(client, 17_000_000n)
 * const word = await reader.slot({ address: pool, slot: 0n, proves: 'assets.cash' })
 */
export class BlockReader {
  readonly client: Client<Transport>
  readonly blockNumber: bigint
  readonly #evidence = new Map<string, StatedEvidence>()
  readonly #limited = limitConcurrency(concurrency)
  readonly #times = new Map<bigint, Promise<bigint>>()

  constructor(client: Client<Transport>, blockNumber: bigint) {
    this.client = client
    this.blockNumber = blockNumber
  }

  /** What was asked, in an order that does not depend on which answer came first. */
  get evidence(): StatedEvidence[] {
    const entries = [...this.#evidence].sort(([a], [b]) => (a < b ? -1 : 1))
    return entries.map(([, entry]) => entry)
  }

  /** Calls a view. */
  async ask<const abi extends Abi, name extends ContractFunctionName<abi, 'view' | 'pure'>>({
    abi,
    address,
    functionName,
    args,
    proves,
  }: AskParameters<abi, name>): Promise<
    ContractFunctionReturnType<abi, 'view' | 'pure', name, ContractFunctionArgs<abi, 'view' | 'pure', name>>
  > {
    const data = encodeFunctionData({ abi, functionName, args } as unknown as EncodeFunctionDataParameters)
    const answer = await this.#try(`a call of ${functionName}`, async () => {
      const { data: answer = '0x' } = await call(this.client, { to: address, data, blockNumber: this.blockNumber })
      return answer
    })
    this.#evidence.set(`call ${address} ${data}`.toLowerCase(), { kind: 'call', proves, to: address, data, answer })
    return decodeFunctionResult({ abi, functionName, data: answer } as never) as never
  }

  /** Reads a word of a contract's storage; words that are zero leave no evidence. */
  async slot({ address, slot, proves }: { address: Address; slot: bigint; proves: string }): Promise<bigint> {
    const key = numberToHex(slot, { size: 32 })
    const answer = await this.#try('a storage slot', async () => {
      const answer = await getStorageAt(this.client, { address, slot: key, blockNumber: this.blockNumber })
      return padHex(answer ?? '0x', { size: 32 })
    })
    if (BigInt(answer) !== 0n) {
      this.#evidence.set(`slot ${address} ${key}`.toLowerCase(), { kind: 'slot', proves, address, slot: key, answer })
    }
    return BigInt(answer)
  }

  /** Reads logs, up to the block at the latest. */
  async logs({ address, topics = [], fromBlock, toBlock, proves }: LogsParameters): Promise<RpcLog[]> {
    const last = toBlock ?? this.blockNumber
    const logs = await this.#try('its logs', () => readLogs(this.client, { address, topics, fromBlock, toBlock: last }))
    const digest = keccak256(concatHex(logs.map(fingerprint)))
    const range = { fromBlock: fromBlock.toString(), toBlock: last.toString() }
    const entry = { kind: 'logs', proves, address, topics: [...topics], ...range, count: logs.length, digest } as const
    this.#evidence.set(`logs ${address} ${JSON.stringify(topics)} ${fromBlock}`.toLowerCase(), entry as StatedEvidence)
    return logs
  }

  /** Reads logs without keeping evidence: to find out where to look. */
  search({ address, topics = [], fromBlock }: Omit<LogsParameters, 'proves'>): Promise<RpcLog[]> {
    return this.#try('its logs', () => readLogs(this.client, { address, topics, fromBlock, toBlock: this.blockNumber }))
  }

  /** The hash of the code at an address. */
  async codeHash(address: Address): Promise<Hash> {
    const code = await this.#try('for code', () => getCode(this.client, { address, blockNumber: this.blockNumber }))
    return keccak256(code ?? '0x')
  }

  /** The timestamp of a block. */
  time(blockNumber: bigint): Promise<bigint> {
    const known = this.#times.get(blockNumber)
    if (known) return known
    const time = this.#try('a block', () => getBlock(this.client, { blockNumber })).then(({ timestamp }) => timestamp)
    this.#times.set(blockNumber, time)
    return time
  }

  #try<value>(asked: string, run: () => Promise<value>): Promise<value> {
    return this.#limited(async () => {
      try {
        return await run()
      } catch (error) {
        throw explainFailure(error, { asked, blockNumber: this.blockNumber })
      }
    })
  }
}

/** What makes a log that log: where it stands, and what it says. */
function fingerprint({ blockNumber, logIndex, topics, data }: RpcLog): Hex {
  const place = [blockNumber ?? '0x0', logIndex ?? '0x0'].map((part) => padHex(part, { size: 32 }))
  return keccak256(concatHex([...place, ...topics, data]))
}
