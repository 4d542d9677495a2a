import { Feed } from 'feed'

/** Something in a feed. */
export type FeedEntry = {
  readonly id: string
  /** Unix seconds. */
  readonly at: number
  readonly title: string
  readonly text: string
}

/**
 * An Atom feed (RFC 4287).
 *
 * @example
 * writeFeed({ id: 'urn:bulwark:1:pool:0x…', title: 'Bulwark', entries: [] })
 */
export function writeFeed(parameters: { id: string; title: string; entries: readonly FeedEntry[] }): string {
  const { id, title, entries } = parameters
  const updated = new Date((entries[0]?.at ?? 0) * 1000)
  const feed = new Feed({ id, title, updated, generator: 'Bulwark', author: { name: 'Bulwark' }, copyright: '' })
  for (const { id, at, title, text } of entries) {
    const date = new Date(at * 1000)
    feed.addItem({ ...{ id, title, link: id, date, published: date, description: clean(text) } })
  }
  return feed.atom1()
}

/** XML knows no control characters. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
