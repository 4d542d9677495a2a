import type { Database } from '../services/Database.ts'
import type { World } from '../world/World.ts'
import type { Complaints } from './comparePaid.ts'

/** The parameters of {@link checkDatabase}. */
export type CheckDatabaseParameters = { world: World; database: Database; name: string }

/** Is the database equal to the chain, as of one block? */
export async function checkDatabase(_: CheckDatabaseParameters): Promise<Complaints> {
  return []
}
