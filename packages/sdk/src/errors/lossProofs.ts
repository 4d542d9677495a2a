import { count, duration, moment } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** The block is not on the grid. */
export class BlockOffGridError extends ContractError<'BlockOffGrid'> {
  override readonly name = 'BlockOffGridError'

  constructor(options: ContractErrorOptions<'BlockOffGrid'>) {
    const { number, grid } = options.args
    super(
      options,
      `Block ${number} is not on the grid: only multiples of ${grid} count.`,
      `Take the last one at or before the loss; before this one lies block ${number - (number % grid)}.`,
    )
  }
}

/** The block does not exist yet. */
export class BlockNotMinedError extends ContractError<'BlockNotMined'> {
  override readonly name = 'BlockNotMinedError'

  constructor(options: ContractErrorOptions<'BlockNotMined'>) {
    const { number, current } = options.args
    super(options, `Block ${number} is yet to come: the chain is at ${current}.`, 'Try again when it has been mined.')
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
      'Ask the adjudicator to rule a Merkle root of the losses; keepers should record each block of the grid in time.',
    )
  }
}

/** The header is not that of the chain's block. */
export class HeaderMismatchError extends ContractError<'HeaderMismatch'> {
  override readonly name = 'HeaderMismatchError'

  constructor(options: ContractErrorOptions<'HeaderMismatch'>) {
    const { number, expected, actual } = options.args
    super(
      options,
      `The header hashes to ${actual}, and block ${number} of this chain has the hash ${expected}.`,
      'Build it with `buildBlockHeader`, from an RPC of this chain.',
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

/** The header is not encoded as RLP wants. */
export class RLPInvalidEncodingError extends ContractError<'RLPInvalidEncoding'> {
  override readonly name = 'RLPInvalidEncodingError'

  constructor(options: ContractErrorOptions<'RLPInvalidEncoding'>) {
    super(options, 'The header is not encoded as RLP wants.', 'Build it with `buildBlockHeader`.')
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
      'Call `recordBlock` with its header, while the chain still serves its hash: 8,191 blocks.',
    )
  }
}

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

/** A later block on the grid was still at or before the loss. */
export class LaterBlockCountsError extends ContractError<'LaterBlockCounts'> {
  override readonly name = 'LaterBlockCountsError'

  constructor(options: ContractErrorOptions<'LaterBlockCounts'>) {
    const { number, timestamp, lossTime } = options.args
    super(
      options,
      `Block ${number} of ${moment(timestamp)} is on the grid too, and not after the loss at ${moment(lossTime)}.`,
      'Name that block, or a later one if it too is not after the loss.',
    )
  }
}

/** The time of loss must have passed. */
export class LossNotPastError extends ContractError<'LossNotPast'> {
  override readonly name = 'LossNotPastError'

  constructor(options: ContractErrorOptions<'LossNotPast'>) {
    const { lossTime, timestamp } = options.args
    super(
      options,
      `The time of loss ${moment(lossTime)} has not passed: it is ${moment(timestamp)}.`,
      `Try again in ${duration(lossTime - timestamp + 1n)}.`,
    )
  }
}

/** The storage root of the token was not proven at this block. */
export class StorageRootNotProvenError extends ContractError<'StorageRootNotProven'> {
  override readonly name = 'StorageRootNotProvenError'

  constructor(options: ContractErrorOptions<'StorageRootNotProven'>) {
    const { token, number } = options.args
    super(
      options,
      `The storage root of ${token} was not proven at block ${number}.`,
      'Call `proveToken` with the proof of `buildTokenProof` first.',
    )
  }
}

/** Another contract stood at the token's address, or none. */
export class TokenReplacedError extends ContractError<'TokenReplaced'> {
  override readonly name = 'TokenReplacedError'

  constructor(options: ContractErrorOptions<'TokenReplaced'>) {
    const { token, expected, actual } = options.args
    super(
      options,
      `The code of ${token} at that block has the hash ${actual}, and it was registered with ${expected}.`,
      'Nothing can be proven of it there; the adjudicator may rule a Merkle root of the losses.',
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
      `The path ends after ${count(nodes, 'node')}, and the proof has ${given}.`,
      'Build the proof again, or leave the rest out.',
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
      'Build the proof again: it has all nodes from the root on.',
    )
  }
}
