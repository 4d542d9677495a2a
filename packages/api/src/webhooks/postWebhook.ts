import { lookup as lookupName } from 'node:dns/promises'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { isPublicAddress } from './isPublicAddress.ts'

/** The parameters of {@link postWebhook}. */
export type PostWebhookParameters = {
  url: string
  body: string
  headers: Readonly<Record<string, string>>
  /** Whether addresses that are not public may be told too: for tests, and for services beside this one. */
  allowPrivate: boolean
  /** Milliseconds in all. @default 10000 */
  timeout?: number
}

/** What came of a delivery. */
export type PostWebhookReturnType =
  | { readonly delivered: true; readonly status: number }
  | { readonly delivered: false; readonly reason: string }

/**
 * Posts a delivery. The name is looked up once, what it stands for is checked, and that very address is connected to:
 * a name that changes in between leads nowhere else. Redirections are not followed, and answers are not read.
 *
 * @example
 * const { delivered } = await postWebhook({ url, body, headers, allowPrivate: false })
 */
export async function postWebhook(parameters: PostWebhookParameters): Promise<PostWebhookReturnType> {
  const { url, body, headers, allowPrivate, timeout = 10_000 } = parameters
  const { protocol, hostname, username, password } = new URL(url)
  if (username !== '' || password !== '') return { delivered: false, reason: 'the URL holds a password' }
  if (protocol !== 'https:' && !allowPrivate) return { delivered: false, reason: 'the URL is not https' }
  const host = hostname.replace(/^\[|\]$/g, '')
  let address: { address: string; family: number }
  try {
    address = isIP(host) ? { address: host, family: isIP(host) } : await lookupName(host)
  } catch {
    return { delivered: false, reason: `the name ${host} is not known` }
  }
  if (!allowPrivate && !isPublicAddress(address.address)) {
    return { delivered: false, reason: `${host} is ${address.address}, which is not public` }
  }
  const request = protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve) => {
    const settle = (result: PostWebhookReturnType): void => {
      clearTimeout(timer)
      resolve(result)
    }
    const outgoing = request(
      url,
      {
        ...{ method: 'POST', headers: { ...headers, 'Content-Length': Buffer.byteLength(body) }, agent: false },
        lookup: (_, options, callback) => {
          if (options.all) callback(null, [address])
          else callback(null, address.address, address.family)
        },
      },
      (response) => {
        const status = response.statusCode ?? 0
        response.destroy()
        const delivered = status >= 200 && status < 300
        settle(delivered ? { delivered, status } : { delivered, reason: `it answered ${status}` })
      },
    )
    const timer = setTimeout(() => {
      settle({ delivered: false, reason: 'it did not answer in time' })
      outgoing.destroy()
    }, timeout)
    outgoing.on('error', (error) => settle({ delivered: false, reason: error.message.slice(0, 200) }))
    outgoing.end(body)
  })
}
