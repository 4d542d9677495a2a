import { count, moment } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** The loss occurred before the block. */
export class BlockAfterLossError extends ContractError<'BlockAfterLoss'> {
  override readonly name = 'BlockAfterLossError'

  constructor(options: ContractErrorOptions<'BlockAfterLoss'>) {
    const { number, timestamp, lossTime } = options.args
    super(
      options,
      `Block ${number} is of ${moment(timestamp)}, after the loss at ${moment(lossTime)}.`,
      'Name the last block on the grid at or before the loss.',
    )
  }
}

/** The block does not exist yet. */
export class BlockNotMinedError extends ContractError<'BlockNotMined'> {
  override readonly name = 'BlockNotMinedError'

  constructor(options: ContractErrorOptions<'BlockNotMined'>) {
    const { number, current } = options.args
    super(options, `Block ${number} is not mined yet: the chain is at ${current}.`, 'Try again once it is.')
  }
}

/** The block was not recorded. */
export class BlockNotRecordedError extends ContractError<'BlockNotRecorded'> {
  override readonly name = 'BlockNotRecordedError'

  constructor(options: ContractErrorOptions<'BlockNotRecorded'>) {
    const { number } = options.args
    super(
      options,
      `Block ${number} was not recorded.`,
      'Call `recordBlock` with its header while the chain still serves its hash, some 8,191 blocks.',
    )
  }
}

/** The block is not on the grid. */
export class BlockOffGridError extends ContractError<'BlockOffGrid'> {
  override readonly name = 'BlockOffGridError'

  constructor(options: ContractErrorOptions<'BlockOffGrid'>) {
    const { number, grid } = options.args
    super(
      options,
      `Block ${number} is not on the grid: only multiples of ${grid} count.`,
      'Take the last multiple at or before the loss.',
    )
  }
}

/** The header has too few fields. */
export class FieldNotPresentInBlockHeaderError extends ContractError<'FieldNotPresentInBlockHeader'> {
  override readonly name = 'FieldNotPresentInBlockHeaderError'

  constructor(options: ContractErrorOptions<'FieldNotPresentInBlockHeader'>) {
    const { value } = options.args
    super(options, `The header has no field number ${value}.`, 'Build it with `buildBlockHeader`.')
  }
}

/** The header is not that of the chain's block. */
export class HeaderMismatchError extends ContractError<'HeaderMismatch'> {
  override readonly name = 'HeaderMismatchError'

  constructor(options: ContractErrorOptions<'HeaderMismatch'>) {
    const { number, expected, actual } = options.args
    super(
      options,
      `The header hashes to ${actual}, and block ${number} has the hash ${expected}.`,
      'Build it with `buildBlockHeader`, from an RPC of this chain.',
    )
  }
}

/** The chain no longer serves the hash of the block. */
export class HistoryMissedError extends ContractError<'HistoryMissed'> {
  override readonly name = 'HistoryMissedError'

  constructor(options: ContractErrorOptions<'HistoryMissed'>) {
    const { number, oldest } = options.args
    super(
      options,
      `Block ${number} cannot be recorded any more: the chain serves hashes from block ${oldest} on.`,
      'Use another block on the grid, or let the adjudicator rule a Merkle root of the losses.',
    )
  }
}

/** The grid is out of its bounds. */
export class InvalidGridError extends ContractError<'InvalidGrid'> {
  override readonly name = 'InvalidGridError'

  constructor(options: ContractErrorOptions<'InvalidGrid'>) {
    const { grid, max } = options.args
    super(options, `The grid of ${grid} blocks is not between 1 and ${max}.`, 'Correct it, and deploy again.')
  }
}

/** A later block on the grid was still at or before the loss. */
export class LaterBlockCountsError extends ContractError<'LaterBlockCounts'> {
  override readonly name = 'LaterBlockCountsError'

  constructor(options: ContractErrorOptions<'LaterBlockCounts'>) {
    const { number, timestamp, lossTime } = options.args
    super(
      options,
      `Block ${number} of ${moment(timestamp)} counts: it is no later than the loss at ${moment(lossTime)}.`,
      'Name that block, or a later one if its time fits too.',
    )
  }
}

/** A node of the proof is not the one that belongs there. */
export class NodeMismatchError extends ContractError<'NodeMismatch'> {
  override readonly name = 'NodeMismatchError'

  constructor(options: ContractErrorOptions<'NodeMismatch'>) {
    const { index, expected, actual } = options.args
    super(
      options,
      `Node ${index} of the proof hashes to ${actual}, and ${expected} belongs there.`,
      'Build the proof again, for the same token, account, block and chain.',
    )
  }
}

/** The proof goes on below where the path ends. */
export class ProofTooLongError extends ContractError<'ProofTooLong'> {
  override readonly name = 'ProofTooLongError'

  constructor(options: ContractErrorOptions<'ProofTooLong'>) {
    const { nodes, given } = options.args
    super(
      options,
      `The proof has ${given} nodes, and the path ends after ${nodes}.`,
      'Build it again, or leave the rest out.',
    )
  }
}

/** The proof ends before the path does. */
export class ProofTooShortError extends ContractError<'ProofTooShort'> {
  override readonly name = 'ProofTooShortError'

  constructor(options: ContractErrorOptions<'ProofTooShort'>) {
    const { given } = options.args
    super(
      options,
      `The proof ends after ${count(given, 'node')}, before the path does.`,
      'Build it again: an RPC must give all nodes from the root on.',
    )
  }
}

/** Bytes are not what RLP allows. */
export class RLPInvalidEncodingError extends ContractError<'RLPInvalidEncoding'> {
  override readonly name = 'RLPInvalidEncodingError'

  constructor(options: ContractErrorOptions<'RLPInvalidEncoding'>) {
    super(
      options,
      'The header or the proof is not encoded as RLP wants.',
      'Build it with `buildBlockHeader`, `buildTokenProof` and `buildHoldingProof`.',
    )
  }
}

/** The storage root of the token was not proven at this block. */
export class StorageRootNotProvenError extends ContractError<'StorageRootNotProven'> {
  override readonly name = 'StorageRootNotProvenError'

  constructor(options: ContractErrorOptions<'StorageRootNotProven'>) {
    const { token, number } = options.args
    super(options, `The storage root of ${token} was not proven at block ${number}.`, 'Call `proveToken` first.')
  }
}

/** The chain has no usable history of block hashes. */
export class UnsupportedChainError extends ContractError<'UnsupportedChain'> {
  override readonly name = 'UnsupportedChainError'

  constructor(options: ContractErrorOptions<'UnsupportedChain'>) {
    const { chainId } = options.args
    super(
      options,
      `Chain ${chainId} does not serve the hashes of its blocks as EIP-2935 wants.`,
      'Listings with a proof of holdings cannot be sold there.',
    )
  }
}
