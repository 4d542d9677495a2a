/**
 * Ponder starts at some twenty requests a second to each node. One that runs on this machine bears more: it is named
 * several times over, each name different.
 */
export function spreadUrls(urls: readonly string[]): string[] {
  return urls.flatMap((url) => {
    const { hostname } = new URL(url)
    const local = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
    return local ? Array.from({ length: copies }, (_, copy) => withParameter(url, copy)) : [url]
  })
}

const copies = 16

function withParameter(url: string, copy: number): string {
  const named = new URL(url)
  named.searchParams.set('copy', String(copy))
  return named.href
}
