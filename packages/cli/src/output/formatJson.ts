/**
 * Writes an answer as one line of JSON; big integers become decimal strings.
 *
 * @example
 * formatJson({ amount: 10n }) // {"amount":"10"}
 */
export function formatJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? part.toString() : part))
}
