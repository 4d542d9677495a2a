import { BaseError } from 'viem'
import type { errorsAbi } from '../abis/errorsAbi.ts'
import type { Wide } from '../internal/wide.ts'

/** What a {@link BulwarkError} is made of. */
export type BulwarkErrorOptions = {
  /** What led to it. */
  cause?: Error | undefined
  /** What to do about it, in one sentence. */
  advice?: string | undefined
  /** Further lines of the message. */
  metaMessages?: readonly string[] | undefined
}

/**
 * The root of every error that the SDK throws itself. It is a viem error: it has `shortMessage`, `details`, `cause` and
 * `walk()`, and code that knows viem's errors knows it.
 *
 * @example
 * try {
 *   await simulateStep(client, { pool, max: 8n })
 * } catch (error) {
 *   if (error instanceof BulwarkError) console.log(error.shortMessage, error.advice)
 * }
 */
export class BulwarkError extends BaseError {
  override readonly name: string = 'BulwarkError'
  /** What to do about it. */
  readonly advice: string | undefined

  constructor(shortMessage: string, { cause, advice, metaMessages = [] }: BulwarkErrorOptions = {}) {
    super(shortMessage, { cause, metaMessages: [...metaMessages, ...(advice ? [advice] : [])] })
    this.advice = advice
  }
}

/** The name of a custom error of the contracts. */
export type ContractErrorName = (typeof errorsAbi)[number]['name']

/** The arguments of a custom error, by name. */
export type ContractErrorArgs<name extends ContractErrorName> = ArgsOf<
  Extract<(typeof errorsAbi)[number], { name: name }>
>

type ArgsOf<item> = item extends { inputs: readonly (infer input extends { name: string; type: string })[] }
  ? { readonly [parameter in input as parameter['name']]: Wide<parameter> }
  : never

/** What a {@link ContractError} is made of. */
export type ContractErrorOptions<name extends ContractErrorName> = {
  /** The error's arguments. */
  args: ContractErrorArgs<name>
  /** The viem error that held it. */
  cause?: Error | undefined
}

/**
 * A contract of Bulwark reverted: the root of a class for each custom error. Its message says what happened, that
 * nothing moved, and what to do.
 */
export abstract class ContractError<const name extends ContractErrorName = ContractErrorName> extends BulwarkError {
  /** The error's arguments, by name and in the contracts' units. */
  readonly args: ContractErrorArgs<name>

  constructor({ args, cause }: ContractErrorOptions<name>, shortMessage: string, advice: string) {
    super(shortMessage, { advice, metaMessages: ['Nothing was changed and no money moved.'] })
    // Not by way of super: the message would repeat viem's, with a link to the documentation of viem's action.
    this.cause = cause
    if (cause instanceof BaseError) this.details = cause.details
    this.args = args
  }
}
