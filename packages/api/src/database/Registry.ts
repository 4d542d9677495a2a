import type { Pool } from 'pg'
import { ApiError } from '../errors.ts'
import type { ServedDeployment } from './takeSnapshot.ts'
import { toRow } from './toRow.ts'

/** The newest version of the indexer's tables that this code understands. */
const readableVersion = 1

/** What a {@link Registry} is made of. */
export type RegistryParameters = {
  pool: Pool
  /** Only this deployment is served, or these; all that the database holds if left out. */
  only?: ReadonlySet<string> | undefined
}

/**
 * The deployments of a database, as the indexers wrote them down. Read again every few seconds: an indexer may add one,
 * or move one to a new schema, while the API runs.
 *
 * @example
 * const registry = new Registry({ pool })
 * await registry.refresh()
 * const deployment = registry.find('1')
 */
export class Registry {
  readonly #pool: Pool
  readonly #only: ReadonlySet<string> | undefined
  #deployments: readonly ServedDeployment[] = []
  #readAt: number | undefined

  constructor({ pool, only }: RegistryParameters) {
    this.#pool = pool
    this.#only = only
  }

  /** The deployments that are served now. */
  get deployments(): readonly ServedDeployment[] {
    return this.#deployments
  }

  /** Reads them again if that was not done for a while. */
  async refresh(now = performance.now()): Promise<void> {
    const fresh = this.#readAt !== undefined && now - this.#readAt < (this.#deployments.length > 0 ? 5000 : 500)
    if (fresh) return
    const found = await this.#read()
    this.#readAt = now
    this.#deployments = this.#only ? found.filter(({ name }) => this.#only?.has(name)) : found
  }

  /**
   * The deployment on a chain; the only one, if no chain is named.
   *
   * @throws {ApiError} `unknown-chain`, `ambiguous-chain`, or `not-ready` if there is none at all.
   */
  find(chain: string | undefined): ServedDeployment {
    const [first, ...others] = this.#deployments
    if (first === undefined) throw new ApiError({ code: 'not-ready', headers: { 'Retry-After': '5' } })
    if (chain === undefined) {
      if (others.length > 0) throw new ApiError({ code: 'ambiguous-chain' })
      return first
    }
    const found = this.#deployments.filter(({ chainId, name }) => String(chainId) === chain || name === chain)
    if (found[0] === undefined) {
      throw new ApiError({ code: 'unknown-chain', detail: `No deployment on chain ${chain} is served here.` })
    }
    if (found.length > 1) throw new ApiError({ code: 'ambiguous-chain' })
    return found[0]
  }

  async #read(): Promise<ServedDeployment[]> {
    try {
      const { rows } = await this.#pool.query(
        `SELECT DISTINCT ON (identity) schema_name, name, chain_id, genesis_hash, manifest FROM bulwark.deployments
         WHERE version <= $1 ORDER BY identity, version DESC`,
        [readableVersion],
      )
      return rows
        .map(toRow<RegistryRow>)
        .map(({ schemaName, name, chainId, genesisHash, manifest }) => ({
          ...{ schema: schemaName, name, chainId: Number(chainId), genesisHash, manifest },
        }))
        .sort((a, b) => a.chainId - b.chainId || (a.schema < b.schema ? -1 : 1))
    } catch (error) {
      // No indexer has written to this database yet.
      if (['42P01', '3F000'].includes((error as { code?: string }).code ?? '')) return []
      throw error
    }
  }
}

type RegistryRow = {
  schemaName: string
  name: string
  chainId: string
  genesisHash: string
  manifest: ServedDeployment['manifest']
}
