import { InterruptedError } from '../errors.ts'

/** What was sent and is under way: told to whoever breaks off. */
const underWay = new Set<string>()

/**
 * Notes that a transaction is under way, until the returned function is called.
 *
 * @example
 * const landed = noteUnderWay(hash)
 */
export function noteUnderWay(hash: string): () => void {
  underWay.add(hash)
  return () => {
    underWay.delete(hash)
  }
}

/**
 * Turns Ctrl-C into an error that names what was already sent.
 *
 * @example
 * const { promise, stop } = onInterrupt()
 * await Promise.race([work(), promise])
 */
export function onInterrupt(): { readonly promise: Promise<never>; stop(): void } {
  let listener = () => {}
  const promise = new Promise<never>((_, reject) => {
    listener = () => {
      const sent = [...underWay]
      const said = sent.length === 0 ? 'Nothing is under way.' : `Sent, and perhaps mined later: ${sent.join(', ')}.`
      reject(new InterruptedError(`Broken off. ${said}`, { details: { transactions: sent } }))
    }
    process.on('SIGINT', listener)
  })
  // Without an interrupt nobody waits for it.
  promise.catch(() => {})
  return {
    promise,
    stop: () => {
      process.off('SIGINT', listener)
    },
  }
}
