import { type Address, encodeAbiParameters, type Hex, keccak256, numberToHex, padHex } from 'viem'
import type { BlockReader } from '../chain/BlockReader.ts'
import type { StorageLayout } from './poolStorage.ts'

/** A struct as it was read. */
export type Stored<layout extends StorageLayout> = { [field in keyof layout]: bigint }

/**
 * The storage of one contract at the block of a reader.
 *
 * @example
 * const { cash } = await storage.struct(poolStructs.Ledger, { slot: poolVariables.ledger, proves: 'assets.cash' })
 */
export class StorageView {
  readonly #reader: BlockReader
  readonly #address: Address

  constructor(reader: BlockReader, address: Address) {
    this.#reader = reader
    this.#address = address
  }

  /** The slot of an entry of a mapping. */
  static entry(mapping: bigint, key: bigint | Hex): bigint {
    const word = typeof key === 'bigint' ? numberToHex(key, { size: 32 }) : padHex(key, { size: 32 })
    return BigInt(keccak256(encodeAbiParameters([{ type: 'bytes32' }, { type: 'uint256' }], [word, mapping])))
  }

  /** A whole word. */
  word(slot: bigint, proves: string): Promise<bigint> {
    return this.#reader.slot({ address: this.#address, slot, proves })
  }

  /** A struct, from its first slot on. */
  async struct<const layout extends StorageLayout>(
    layout: layout,
    { slot, proves }: { slot: bigint; proves: string },
  ): Promise<Stored<layout>> {
    const places = Object.entries(layout)
    const size = 1 + Math.max(...places.map(([, [at]]) => at))
    const slots = Array.from({ length: size }, (_, at) => this.word(slot + BigInt(at), proves))
    const words = await Promise.all(slots)
    const fields = places.map(([field, [at, offset, bytes]]) => {
      const mask = (1n << BigInt(bytes * 8)) - 1n
      return [field, ((words[at] as bigint) >> BigInt(offset * 8)) & mask]
    })
    return Object.fromEntries(fields) as Stored<layout>
  }
}
