import type { Logger } from '@bulwark/service'
import { type Client, createClient, http, type Transport } from 'viem'
import { getBlockNumber } from 'viem/actions'
import { NodesDownError } from '../errors.ts'

/** Blocks that a node may be behind the foremost one and still be asked. */
const tolerated = 2n

/** Several nodes of one chain, of which each tick asks one that follows the head. */
export class Nodes {
  private readonly clients: readonly { readonly url: string; readonly client: Client<Transport> }[]
  private readonly log: Logger

  constructor({ rpcUrls, log }: { rpcUrls: readonly string[]; log: Logger }) {
    this.log = log
    this.clients = rpcUrls.map((url) => {
      // Reads of one tick go out together; a batch of transactions never does, they are sent one by one.
      const transport = http(url, { batch: { batchSize: 100 }, retryCount: 1, retryDelay: 200, timeout: 20_000 })
      return { url, client: createClient({ transport, cacheTime: 0 }) }
    })
  }

  /** Every node, in the order of the configuration. */
  get all(): readonly Client<Transport>[] {
    return this.clients.map(({ client }) => client)
  }

  /**
   * The first node that is not behind the others.
   *
   * @throws {NodesDownError} if none answers.
   */
  async best(): Promise<Client<Transport>> {
    const [only] = this.clients
    if (only && this.clients.length === 1) return only.client
    let cause: unknown
    const heads = await Promise.all(
      this.clients.map(async ({ url, client }) => {
        try {
          return { client, number: await getBlockNumber(client, { cacheTime: 0 }) }
        } catch (error) {
          cause = error
          this.log.warn({ node: hostOf(url) }, 'a node does not answer')
          return undefined
        }
      }),
    )
    const known = heads.filter((head) => head !== undefined)
    const newest = known.reduce((most, { number }) => (number > most ? number : most), 0n)
    const chosen = known.find(({ number }) => number + tolerated >= newest)
    if (!chosen) throw new NodesDownError({ count: this.clients.length, cause })
    return chosen.client
  }
}

/** Without its path, in which operators put keys. */
function hostOf(url: string): string {
  return new URL(url).host
}
