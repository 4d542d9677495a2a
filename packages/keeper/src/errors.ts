import { FatalError, RetryableError } from '@bulwark/service'

/** The configuration cannot be used. */
export class ConfigError extends FatalError {
  constructor({ where, reason, cause }: { where: string; reason: string; cause?: unknown }) {
    super(`The keeper's configuration cannot be used: ${where}: ${reason}.`, {
      cause,
      advice: 'Correct it and start the keeper again; docs/keeper.md names every field.',
    })
  }
}

/** None of the nodes answers, or none of them follows the head. */
export class NodesDownError extends RetryableError {
  constructor({ count, cause }: { count: number; cause?: unknown }) {
    super(`None of ${count} nodes answers.`, { cause, advice: 'Check the RPC URLs.' })
  }
}

/** The chain was reorganised further back than the keeper keeps. */
export class DeepReorgError extends RetryableError {
  constructor({ depth }: { depth: number }) {
    super(`The chain was reorganised by more than ${depth} blocks; everything is read again from the start.`)
  }
}

/** A node answered with something that no node that follows the chain would say. */
export class InconsistentNodeError extends RetryableError {
  constructor({ reason }: { reason: string }) {
    super(`The node contradicts itself: ${reason}.`, { advice: 'Give several RPC URLs, of different operators.' })
  }
}

/** Something that the keeper counts on does not hold. It stops: going on might send what nobody means. */
export class KeeperInvariantError extends FatalError {}
