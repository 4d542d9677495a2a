import type { Address, Hex } from 'viem'
import { moment } from '../internal/format.ts'
import { BulwarkError } from './base.ts'

/** The RPC does not have the block. */
export class BlockNotServedError extends BulwarkError {
  override readonly name = 'BlockNotServedError'

  constructor({ blockNumber, cause }: { blockNumber: bigint; cause?: Error | undefined }) {
    super(`The RPC does not serve block ${blockNumber}.`, {
      cause,
      advice: 'Check the number, or ask an RPC that has it.',
    })
  }
}

/** The header made of what the RPC says does not have the block's hash. */
export class HeaderNotReproducedError extends BulwarkError {
  override readonly name = 'HeaderNotReproducedError'

  constructor({ blockNumber, expected, actual }: { blockNumber: bigint; expected: Hex; actual: Hex }) {
    super(`The header of block ${blockNumber} hashes to ${actual}, and the block's hash is ${expected}.`, {
      advice: 'The chain has other header fields than Ethereum, or the RPC leaves some out: ask another one.',
    })
  }
}

/** The RPC gives no proof: it knows no `eth_getProof`, or not the state at that block. */
export class ProofNotServedError extends BulwarkError {
  override readonly name = 'ProofNotServedError'

  constructor({ token, blockNumber, cause }: { token: Address; blockNumber: bigint; cause?: Error | undefined }) {
    super(`The RPC serves no proof of ${token} at block ${blockNumber}.`, {
      cause,
      advice: 'Ask an RPC with `eth_getProof` that keeps the state at that block: an archive node always does.',
    })
  }
}

/** No block on the grid is at or before the loss: the chain is younger. */
export class LossBeforeGridError extends BulwarkError {
  override readonly name = 'LossBeforeGridError'

  constructor({ lossTime, grid }: { lossTime: bigint; grid: bigint }) {
    super(`No block of the grid (every ${grid} blocks) is as old as the loss at ${moment(lossTime)}.`, {
      advice: 'Check the time of loss, Unix seconds; before the first block of the grid nothing can be proven.',
    })
  }
}
