import type { Context } from '../program/types.ts'
import type { Connection } from './connect.ts'

/** Pages that are read at most: a list, not a download. */
const maxPages = 50

/**
 * Asks an HTTP API for a list. Only lists come from there; what the command then tells of them, the chain said.
 *
 * @returns undefined, having said so, if the API does not answer or speaks of another chain.
 * @example
 * const covers = await listFromApi(context, connection, `/v1/covers?owner=${owner}`)
 */
export async function listFromApi(
  { config, talk }: Context,
  { deployment }: Connection,
  path: string,
): Promise<readonly Readonly<Record<string, unknown>>[] | undefined> {
  const items: Record<string, unknown>[] = []
  let cursor: string | undefined
  try {
    for (let page = 0; page < maxPages; page += 1) {
      const url = new URL(path, config.api)
      url.searchParams.set('limit', '100')
      if (cursor !== undefined) url.searchParams.set('cursor', cursor)
      const answer = await fetch(url, { signal: AbortSignal.timeout(5_000), headers: { accept: 'application/json' } })
      if (!answer.ok) return giveUp(`it answers ${answer.status}`)
      const body = (await answer.json()) as Record<string, unknown>
      const { chainId } = (body.asOf ?? {}) as { chainId?: unknown }
      if (chainId !== deployment.chainId) return giveUp(`it is about chain ${String(chainId)}`)
      const list = body.items ?? body.data
      if (!Array.isArray(list)) return giveUp('it answers with something else than a list')
      items.push(...(list as Record<string, unknown>[]))
      cursor = typeof body.next_cursor === 'string' ? body.next_cursor : undefined
      if (cursor === undefined) return items
    }
    return giveUp('its list does not end')
  } catch (error) {
    return giveUp((error as Error).message)
  }

  function giveUp(why: string): undefined {
    talk.say(`The API at ${config.api} is left out: ${why}. Asking the chain itself.`)
    return undefined
  }
}
