import { createLogger, findFreePort, startPostgres } from '@bulwark/service'
import { writeAccounts } from './accounts.ts'
import { type OpenChain, openChain } from './chain/openChain.ts'
import { writeRates } from './chain/writeRates.ts'
import { announce, claimDirectory } from './claimDirectory.ts'
import type { ServiceFailedError } from './errors.ts'
import { layoutOf } from './layout.ts'
import type { StackOptions } from './options.ts'
import { reachableDirectory } from './reachableDirectory.ts'
import type { StackFile } from './StackFile.ts'
import { runApi } from './services/runApi.ts'
import { runIndexer } from './services/runIndexer.ts'
import { runKeeper } from './services/runKeeper.ts'

/** The parameters of {@link startStack}. */
export type StartStackParameters = {
  options: StackOptions
  /** Told what takes a moment. @default nothing is said */
  say?: (line: string) => void
}

/** A stack that runs. */
export type Stack = {
  readonly file: StackFile
  readonly chain: OpenChain
  /** Rejects when a part of it ends that nobody stopped. */
  readonly failed: Promise<never>
  /** Ends every part, the last one first. May be called again. */
  stop(): Promise<void>
}

/**
 * Starts the whole stack on this machine: chain, PostgreSQL, indexer, API and keeper, and writes where they are.
 *
 * @throws {StackRunningError} if one runs in this folder already.
 * @throws {ServiceFailedError} if a service does not become ready.
 * @throws {AnvilPortTakenError} if something listens on the chain's port.
 * @example
 * const stack = await startStack({ options: readOptions([]), say: console.error })
 * await stack.stop()
 */
export async function startStack({ options, say = () => undefined }: StartStackParameters): Promise<Stack> {
  const layout = layoutOf(options.directory, options.mode)
  await claimDirectory(layout)
  const log = createLogger({ service: 'stack', level: 'warn' })
  const { promise: failed, reject } = Promise.withResolvers<never>()
  // Whoever does not wait for it is not to end by it.
  failed.catch(() => undefined)
  const onExit = (error: ServiceFailedError) => reject(error)

  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (let end = stops.pop(); end; end = stops.pop()) await end()
  }
  try {
    const chain = await openChain({ options, layout, log, say })
    stops.push(chain.stop)
    const postgres = await startPostgres({
      ...{
        databaseUrl: options.databaseUrl,
        directory: await reachableDirectory(layout.postgres),
        port: options.ports.database || undefined,
      },
    })
    stops.push(postgres.stop)
    const accounts = chain.world === undefined ? [] : await writeAccounts(layout)
    const shared = { layout, options, chain, databaseUrl: postgres.url, onExit, log }
    say('Reading the chain into the database.')
    const indexer = await runIndexer(shared)
    stops.push(indexer.stop)
    if (chain.world !== undefined) await writeRates(layout.rates, chain.world)
    const api = runApi({ ...shared, port: options.ports.api || (await findFreePort()) })
    stops.push(api.service.stop)
    const keeper = runKeeper({ ...shared, accounts, port: options.ports.keeper || (await findFreePort()) })
    if (keeper !== undefined) stops.push(keeper.service.stop)
    await Promise.race([Promise.all([indexer.ready(), api.service.ready(), keeper?.service.ready()]), failed])

    const { tokens = {}, pools = {}, listings = {} } = chain.world ?? {}
    const file: StackFile = {
      ...{ version: 1, mode: options.mode, pid: process.pid, databaseUrl: postgres.url, accounts },
      ...{ rpcUrl: chain.rpcUrls[0] as string, apiUrl: api.url, keeperUrl: keeper?.url ?? null },
      ...{ tokens, pools, listings },
    }
    await announce(layout, file)
    return { file, chain, failed, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
