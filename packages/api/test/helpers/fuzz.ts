import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { endpoints } from '../../src/endpoints/index.ts'
import { problems } from '../../src/errors.ts'
import { examplePath } from './exampleOf.ts'

/** What a run of {@link fuzz} found. */
export type FuzzReport = {
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>
  /** Answers that no client should ever see, with what led to them. */
  readonly wrong: readonly string[]
}

/** A seeded stream of numbers below one (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const nasty = [
  ...['', '0', '-1', '1e309', 'NaN', 'null', 'undefined', 'true', '[]', '{}', '1;DROP TABLE pools', "' OR '1'='1"],
  ...[
    "1' UNION SELECT version()--",
    '$1',
    '%00',
    '%',
    '%E0%A4%A',
    '%c0%ae%c0%ae',
    '..%2f..%2fetc%2fpasswd',
    '%0d%0aX:1',
  ],
  ...[
    '9'.repeat(78),
    '9'.repeat(400),
    `0x${'f'.repeat(40)}`,
    `0x${'F'.repeat(64)}`,
    '0x',
    '0xg',
    '%F0%9F%92%A5',
    '\u00ff',
  ],
  ...[
    '1_000',
    '0b1',
    '0o7',
    '１２',
    ' 1',
    '1 ',
    '+1',
    '1.0',
    '2147483648',
    '9223372036854775808',
    '18446744073709551616',
  ],
  ...[
    'e30',
    'W10',
    'WyJ4Il0',
    'WzFd',
    'a'.repeat(1000),
    'eyJfX3Byb3RvX18iOnt9fQ',
    '__proto__',
    'constructor',
    'toString',
  ],
  ...[
    'pg_sleep(10)',
    '(SELECT 1)',
    '*',
    '?',
    '??',
    '&&',
    '=',
    '\\',
    '`',
    '<script>',
    '{{7*7}}',
    '#{7*7}',
    'cafe\u0301',
  ],
]
const odd = [
  'limit',
  'cursor',
  'chain',
  'status',
  'owner',
  '__proto__',
  'constructor',
  'limit[]',
  'limit[$gt]',
  'a.b',
  '',
  'x',
]
const methods = [
  'GET',
  'GET',
  'GET',
  'GET',
  'GET',
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'PROPFIND',
]

/** Sends seeded nonsense, and says what should not have come back: anything but an answer or a problem with a code. */
export async function fuzz(url: string, { seed, requests }: { seed: number; requests: number }): Promise<FuzzReport> {
  const random = randomOf(seed)
  const pick = <item>(items: readonly item[]): item => items[Math.floor(random() * items.length)] as item
  const statuses: Record<string, number> = {}
  const wrong: string[] = []
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const paths = [
    ...endpoints.map(({ path }) => path),
    '/status',
    '/v1/deployments',
    '/graphql',
    '/v1/openapi.json',
    '/',
  ]

  const make = () => {
    const template = pick(paths)
    const quote = random() < 0.5 ? encodeURIComponent : (text: string) => text.replace(/[^\x21-\x7e]/g, '%FE')
    const value = (): string => (random() < 0.8 ? quote(pick(nasty)) : quote(garble()))
    const path = random() < 0.5 ? examplePath(template) : template.replace(/\{\w+\}/g, value)
    const names = [...odd, ...Object.keys(endpoints.find((endpoint) => endpoint.path === template)?.query ?? {})]
    const query = Array.from({ length: Math.floor(random() * 5) }, () => `${quote(pick(names))}=${value()}`)
    const body = random() < 0.5 ? garble() : pick(['{', '[]', '{"query":1}', '{"query":"{ x"}', 'null', '"'])
    const headers: Record<string, string> = {}
    if (random() < 0.2)
      headers['Content-Type'] = pick(['application/json', 'text/plain', 'application/xml', 'a/b;c=d', ''])
    if (random() < 0.2) headers['If-None-Match'] = pick(['*', 'W/"', '"'.repeat(50), 'x'.repeat(1000), ','.repeat(100)])
    if (random() < 0.1) headers['Last-Event-ID'] = pick(nasty.filter((text) => /^[\x20-\x7e]*$/.test(text)))
    if (random() < 0.1) headers.Accept = pick(['*/*', 'text/html', 'image/png;q=2', ';;;', ','])
    const full = `${pick(['', '', '', '', '/', '//', '/..', '/%2e%2e'])}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`
    return { method: pick(methods), path: full.startsWith('/') ? full : `/${full}`, headers, body }
  }
  const garble = (): string => {
    return Array.from({ length: Math.floor(random() * 60) }, () =>
      String.fromCharCode(1 + Math.floor(random() * 1000)),
    ).join('')
  }

  const judge = (asked: string, status: number, type: string, body: string): void => {
    statuses[status] = (statuses[status] ?? 0) + 1
    if (status >= 500) wrong.push(`${status} for ${asked}: ${body.slice(0, 300)}`)
    if (/\n\s+at |node_modules|\.ts:\d|syntax error at|pg_catalog/.test(body)) wrong.push(`a trace for ${asked}`)
    if (status < 400 || body === '') return
    const code = type.startsWith('application/problem+json') ? (JSON.parse(body) as { code?: string }).code : undefined
    if (code === undefined || !(code in problems))
      wrong.push(`no code for ${asked}: ${status} ${type} ${body.slice(0, 200)}`)
  }

  const send = async (): Promise<void> => {
    const asked = make()
    const said = JSON.stringify(asked).slice(0, 600)
    await new Promise<void>((resolve) => {
      const outgoing = request(url, { ...asked, agent, timeout: 10_000 }, (response) => {
        let body = ''
        response.setEncoding('utf8')
        const type = String(response.headers['content-type'] ?? '')
        response.on('data', (chunk: string) => {
          body += chunk
          if (type.startsWith('text/event-stream')) response.destroy()
        })
        response.on('close', () => {
          judge(said, response.statusCode ?? 0, type, body)
          resolve()
        })
      })
      outgoing.on('timeout', () => {
        wrong.push(`no answer to ${said}`)
        outgoing.destroy()
      })
      outgoing.on('error', () => resolve())
      outgoing.end(asked.method === 'GET' || asked.method === 'HEAD' ? undefined : asked.body)
    })
  }
  const sendRaw = async (): Promise<void> => {
    const { hostname, port } = new URL(url)
    const head = `${pick(methods)} /v1/pools${pick(['', '?limit=', '?%', ' x'])}${pick(nasty)} HTTP/1.${pick(['0', '1', '9'])}`
    const bytes = `${head}\r\nHost: ${pick(['x', '', '[', 'a b', 'x:99999999'])}\r\nConnection: close\r\n${garble()}\r\n\r\n`
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.end(bytes))
      let said = ''
      socket.setTimeout(10_000, () => socket.destroy())
      socket.on('data', (chunk) => {
        said += chunk
      })
      socket.on('error', () => resolve())
      socket.on('close', () => {
        const [top = '', body = ''] = said.split('\r\n\r\n')
        const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(top)?.[1] ?? 0)
        const type = /content-type: (.*)/i.exec(top)?.[1] ?? ''
        if (status > 0)
          judge(
            JSON.stringify(bytes.slice(0, 300)),
            status,
            /chunked/i.test(top) ? '' : type,
            /chunked/i.test(top) ? '' : body,
          )
        resolve()
      })
    })
  }

  let left = requests
  const work = async (): Promise<void> => {
    while (left-- > 0) await (random() < 0.1 ? sendRaw() : send())
  }
  await Promise.all(Array.from({ length: 8 }, work))
  agent.destroy()
  return { statuses, wrong }
}
