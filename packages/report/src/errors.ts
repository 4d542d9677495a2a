import { FatalError, RetryableError } from '@bulwark/service'
import type { Address, Hash } from 'viem'

/** The node has thrown away the state, or the logs, of the block that was asked for. */
export class PrunedStateError extends FatalError {
  constructor({ blockNumber, cause }: { blockNumber: bigint; cause: unknown }) {
    const advice = 'Ask an archive node, or take a block that this node still has.'
    super(`The node no longer has the state of block ${blockNumber}.`, { cause, advice })
  }
}

/** The node does not know the block. */
export class UnknownBlockError extends FatalError {
  constructor({ block, cause }: { block: bigint | Hash; cause?: unknown }) {
    const advice = 'Ask a node that has synced past it, on the chain of the statement.'
    super(`The node does not know block ${block}.`, { cause, advice })
  }
}

/** The address is no pool of this deployment at that block. */
export class UnknownPoolError extends FatalError {
  constructor({ pool, covers, blockNumber }: { pool: Address; covers: Address; blockNumber: bigint }) {
    const advice = 'Give the address of a pool, of the deployment that it belongs to, and a block after its creation.'
    super(`${covers} knows no pool ${pool} at block ${blockNumber}.`, { advice })
  }
}

/** The block was replaced while it was read. */
export class ReorganisedError extends RetryableError {
  constructor({ blockNumber, expected, actual }: { blockNumber: bigint; expected: Hash; actual: Hash }) {
    const advice = 'Take a block that is final, or try again.'
    super(`Block ${blockNumber} was ${expected} and is now ${actual}.`, { advice })
  }
}

/** The node does not answer, or not as a node does. */
export class NodeError extends RetryableError {
  constructor({ asked, cause }: { asked: string; cause: unknown }) {
    super(`The node did not answer ${asked}.`, { cause, advice: 'Try again, or give another RPC URL.' })
  }
}

/** The node follows another chain than the statement speaks of. */
export class StatementOfAnotherChainError extends FatalError {
  constructor({ expected, actual }: { expected: string; actual: string }) {
    const advice = 'Give the RPC URL of the chain that the statement was made of; nothing was compared.'
    super(`The statement is of chain ${expected}, the node follows ${actual}.`, { advice })
  }
}

/** A text is not a solvency statement. */
export class InvalidStatementError extends FatalError {
  constructor({ path, value }: { path: string; value: unknown }) {
    const advice = 'Take the JSON that the issuer published, unedited.'
    super(`The statement's ${path} cannot be ${JSON.stringify(value) ?? 'missing'}.`, { advice })
  }
}

/** A value has no canonical JSON. */
export class NotCanonicalError extends FatalError {
  constructor({ path, value }: { path: string; value: string }) {
    const advice = 'Statements hold strings, whole numbers, booleans, null, lists and objects.'
    super(`${path} is ${value}, which has no canonical form.`, { advice })
  }
}

/** There is no browser to print with. */
export class BrowserNotFoundError extends FatalError {
  constructor({ cause }: { cause: unknown }) {
    const advice = 'Install Chromium and name it, or take the HTML and print it.'
    super('No browser could be started to make the PDF.', { cause, advice })
  }
}
