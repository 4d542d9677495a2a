import type { AbiEvent, Address } from 'viem'
import { getContractEvents } from 'viem/actions'
import type { Connection } from './connect.ts'

/** The parameters of {@link scanEvents}. */
export type ScanEventsParameters = {
  readonly abi: readonly unknown[]
  readonly address: Address | readonly Address[]
  readonly eventName: string
  readonly args?: Readonly<Record<string, unknown>>
}

/** An event with its arguments by name. */
export type ScannedEvent = {
  readonly address: Address
  readonly blockNumber: bigint
  readonly args: Readonly<Record<string, unknown>>
}

/**
 * Reads every event of a kind since the deployment; a node that refuses long ranges is asked for shorter ones.
 *
 * @example
 * const bought = await scanEvents(connection, { abi: poolAbi, address: pool, eventName: 'CoverBought' })
 */
export async function scanEvents(
  connection: Connection,
  wanted: ScanEventsParameters,
): Promise<readonly ScannedEvent[]> {
  const { client, deployment, asOf } = connection
  const events: ScannedEvent[] = []
  let length = asOf.blockNumber - deployment.startBlock + 1n
  for (let from = deployment.startBlock; from <= asOf.blockNumber; ) {
    const last = from + length - 1n
    const toBlock = last > asOf.blockNumber ? asOf.blockNumber : last
    try {
      const found = await getContractEvents(client, {
        ...(wanted as { abi: readonly AbiEvent[]; address: Address; eventName: string; args: object }),
        ...{ fromBlock: from, toBlock, strict: true },
      } as Parameters<typeof getContractEvents>[1])
      events.push(...(found as unknown as ScannedEvent[]))
    } catch (error) {
      if (length <= 16n) throw error
      length = length > 20_000n ? 10_000n : length / 2n
      continue
    }
    from = toBlock + 1n
  }
  return events
}
