import { verify } from '@bulwark/indexer'
import type { Database } from '../services/Database.ts'
import type { World } from '../world/World.ts'
import type { Complaints } from './comparePaid.ts'

/** The parameters of {@link checkDatabase}. */
export type CheckDatabaseParameters = { world: World; database: Database; name: string }

/** Seconds in which the tables must hold the newest block. */
const patience = 150

/** Is the database equal to the chain, everything and to the wei? */
export async function checkDatabase({ world, database, name }: CheckDatabaseParameters): Promise<Complaints> {
  try {
    const { differences } = await verify({
      ...{ client: world.chain.public, databaseUrl: database.urlOf(name), deployment: world.deployment },
      timeoutSeconds: patience,
    })
    return differences.slice(0, 10).map((difference) => `Database and chain differ: ${toText(difference)}`)
  } catch (error) {
    return [`The database could not be compared: ${(error as Error).message}`]
  }
}

function toText(value: unknown): string {
  return JSON.stringify(value, (_, field) => (typeof field === 'bigint' ? field.toString() : field))
}
