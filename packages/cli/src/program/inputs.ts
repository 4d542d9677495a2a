import { UsageError } from '../errors.ts'
import type { Context } from './types.ts'

/**
 * The text of an option, if it was given.
 *
 * @example
 * const pool = optionOf(context, 'pool')
 */
export function optionOf({ options }: Context, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

/**
 * The text of an option that is needed.
 *
 * @throws {UsageError} if it was not given.
 * @example
 * const days = neededOption(context, 'days', '--days 30')
 */
export function neededOption(context: Context, name: string, example: string): string {
  const value = optionOf(context, name)
  if (value === undefined) {
    const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    throw new UsageError(`--${flag} is missing.`, { advice: `Add it, as in ${example}.` })
  }
  return value
}

/**
 * The text of an argument that the command always has.
 *
 * @example
 * const listing = argumentOf(context, 'listing')
 */
export function argumentOf({ args }: Context, name: string): string {
  return args[name] ?? ''
}
