import { checkDeployment, type Deployment } from '@bulwark/sdk'
import type { Logger } from '@bulwark/service'
import { type Client, createClient, http, type Transport } from 'viem'
import { getBlockNumber } from 'viem/actions'
import { NodesDownError } from '../errors.ts'
import { isFatal } from '../isFatal.ts'

/** Blocks that a node may be behind the foremost one and still be asked. */
const tolerated = 2n

type Known = { readonly url: string; readonly client: Client<Transport>; isChecked: boolean }

/** Several nodes of one chain, of which each tick asks one that follows the head. */
export class Nodes {
  private readonly clients: readonly Known[]
  private readonly deployment: Deployment
  private readonly log: Logger

  constructor({ rpcUrls, deployment, log }: { rpcUrls: readonly string[]; deployment: Deployment; log: Logger }) {
    this.deployment = deployment
    this.log = log
    this.clients = rpcUrls.map((url) => {
      // Reads of one tick go out together; a batch of transactions never does, they are sent one by one.
      const transport = http(url, { batch: { batchSize: 100 }, retryCount: 1, retryDelay: 200, timeout: 20_000 })
      return { url, client: createClient({ transport, cacheTime: 0 }), isChecked: false }
    })
  }

  /**
   * Looks whether each node follows the right chain. One that does not answer is looked at again before it is used.
   *
   * @throws {WrongChainError} if one follows another chain.
   * @throws {CodeMismatchError} if other contracts are there than the deployment names.
   * @throws {NodesDownError} if none answers.
   */
  async check(): Promise<void> {
    let cause: unknown
    await Promise.all(
      this.clients.map(async (node) => {
        if (node.isChecked) return
        try {
          await checkDeployment(node.client, this.deployment)
          node.isChecked = true
        } catch (error) {
          if (isFatal(error)) throw error
          cause = error
          this.log.warn({ node: hostOf(node.url) }, 'a node does not answer')
        }
      }),
    )
    if (this.clients.every(({ isChecked }) => !isChecked)) {
      throw new NodesDownError({ count: this.clients.length, cause })
    }
  }

  /** Has every node looked at again before it is used. */
  doubt(): void {
    for (const node of this.clients) node.isChecked = false
  }

  /**
   * The first node that is not behind the others.
   *
   * @throws {NodesDownError} if none answers.
   * @throws {WrongChainError} if one that had not answered before follows another chain.
   */
  async best(): Promise<Client<Transport>> {
    await this.check()
    const checked = this.clients.filter(({ isChecked }) => isChecked)
    const [only] = checked
    if (only && this.clients.length === 1) return only.client
    let cause: unknown
    const heads = await Promise.all(
      checked.map(async ({ url, client }) => {
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
