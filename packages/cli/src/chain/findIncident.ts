import { getIncident, getIncidentCount, type Incident } from '@bulwark/sdk'
import { NotFoundError } from '../errors.ts'
import { parseCount } from '../parse/parseCount.ts'
import type { Connection } from './connect.ts'

/**
 * Finds an incident by its number.
 *
 * @throws {UsageError} if it is no number.
 * @throws {NotFoundError} if there is no such incident.
 * @example
 * const { number, status } = await findIncident(connection, '1')
 */
export async function findIncident(
  { client, core }: Connection,
  text: string,
): Promise<Incident & { readonly number: bigint }> {
  const number = parseCount(text, { what: 'incident', least: 1n })
  const at = { incidents: core.incidents }
  const count = await getIncidentCount(client, at)
  if (number > count) {
    throw new NotFoundError(`There is no incident ${number}.`, { advice: `There are ${count}.` })
  }
  return { number, ...(await getIncident(client, { ...at, incident: number })) }
}
