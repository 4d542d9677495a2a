import { type Chain, type Client, type Hex, keccak256, numberToHex, type Transport, toHex, toRlp } from 'viem'
import { BlockNotServedError, HeaderNotReproducedError } from '../errors/proofs.ts'

/** What {@link buildBlockHeader} takes. */
export type BuildBlockHeaderParameters = {
  /** Number of the block. */
  blockNumber: bigint
}

/** A block's header, and what it says. */
export type BuildBlockHeaderReturnType = {
  /** RLP, as `recordBlock` takes it. */
  readonly header: Hex
  readonly hash: Hex
  readonly stateRoot: Hex
  /** Unix seconds. */
  readonly timestamp: bigint
}

/** What {@link buildBlockHeader} can fail with. */
export type BuildBlockHeaderErrorType = BlockNotServedError | HeaderNotReproducedError

type RpcBlock = Readonly<Record<string, Hex | undefined>>

/** Fields in the order of the header; numbers are encoded without leading zeros. Later forks appended the optional ones. */
const fields: readonly (readonly [name: string, kind: 'bytes' | 'number', optional?: true])[] = [
  ['parentHash', 'bytes'],
  ['sha3Uncles', 'bytes'],
  ['miner', 'bytes'],
  ['stateRoot', 'bytes'],
  ['transactionsRoot', 'bytes'],
  ['receiptsRoot', 'bytes'],
  ['logsBloom', 'bytes'],
  ['difficulty', 'number'],
  ['number', 'number'],
  ['gasLimit', 'number'],
  ['gasUsed', 'number'],
  ['timestamp', 'number'],
  ['extraData', 'bytes'],
  ['mixHash', 'bytes'],
  ['nonce', 'bytes'],
  ['baseFeePerGas', 'number', true],
  ['withdrawalsRoot', 'bytes', true],
  ['blobGasUsed', 'number', true],
  ['excessBlobGas', 'number', true],
  ['parentBeaconBlockRoot', 'bytes', true],
  ['requestsHash', 'bytes', true],
  ['blockAccessListHash', 'bytes', true],
]

/**
 * Builds a block's header from what any RPC says of it, and checks that it has the block's hash.
 *
 * @param client a viem client.
 * @param parameters the block.
 * @returns the header for `recordBlock`, with the block's hash, state root and time.
 * @throws {BlockNotServedError} if the RPC does not have the block.
 * @throws {HeaderNotReproducedError} if the chain's headers have other fields.
 * @example
 * const { header } = await buildBlockHeader(client, { blockNumber: 1_800n })
 */
export async function buildBlockHeader<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  { blockNumber }: BuildBlockHeaderParameters,
): Promise<BuildBlockHeaderReturnType> {
  const rpcBlock = (await client
    .request({ method: 'eth_getBlockByNumber', params: [numberToHex(blockNumber), false] })
    .catch((cause) => {
      throw new BlockNotServedError({ blockNumber, cause })
    })) as RpcBlock | null
  if (rpcBlock === null) throw new BlockNotServedError({ blockNumber })

  const items: Hex[] = []
  for (const [name, kind, optional] of fields) {
    const value = rpcBlock[name]
    if (value === undefined && optional) break
    items.push(kind === 'bytes' ? (value ?? '0x') : minimal(value ?? '0x0'))
  }
  const header = toRlp(items)
  const expected = rpcBlock.hash ?? '0x'
  const actual = keccak256(header)
  if (actual !== expected) throw new HeaderNotReproducedError({ blockNumber, expected, actual })
  return {
    header,
    hash: actual,
    stateRoot: rpcBlock.stateRoot as Hex,
    timestamp: BigInt(rpcBlock.timestamp as Hex),
  }
}

function minimal(quantity: Hex): Hex {
  return BigInt(quantity) === 0n ? '0x' : toHex(BigInt(quantity))
}
