import { type Address, type Client, type Hex, numberToHex, type RpcLog, type Transport } from 'viem'

/** Topics to filter by: at each place one, any of several, or any at all. */
export type Topics = readonly (Hex | Hex[] | null)[]

/** The parameters of {@link readLogs}. */
export type ReadLogsParameters = { address?: Address; topics: Topics; fromBlock: bigint; toBlock: bigint }

/** As the gateways word it: too many blocks, or too many logs. */
const tooMuch = /range|limit|too many|too large|more than|exceed|10,?000|timeout|timed out|response size/i

/**
 * Reads logs; where the node finds the range too long it is halved.
 *
 * @example
 * await readLogs(client, { address: pool, topics: [], fromBlock: 0n, toBlock: 9_000_000n })
 */
export async function readLogs(client: Client<Transport>, parameters: ReadLogsParameters): Promise<RpcLog[]> {
  const { address, topics, fromBlock, toBlock } = parameters
  if (fromBlock > toBlock) return []
  try {
    const filter = {
      ...(address === undefined ? {} : { address }),
      ...{ topics: topics as Hex[], fromBlock: numberToHex(fromBlock), toBlock: numberToHex(toBlock) },
    }
    const logs = await client.request({ method: 'eth_getLogs', params: [filter] }, { retryCount: 0 })
    return logs.filter(({ removed }) => !removed).sort(byPlace)
  } catch (error) {
    const text = error instanceof Error ? `${error.message} ${'details' in error ? error.details : ''}` : ''
    if (fromBlock === toBlock || !tooMuch.test(text)) throw error
    const middle = (fromBlock + toBlock) / 2n
    const early = await readLogs(client, { ...parameters, toBlock: middle })
    return [...early, ...(await readLogs(client, { ...parameters, fromBlock: middle + 1n }))]
  }
}

function byPlace(a: RpcLog, b: RpcLog): number {
  return Number(
    BigInt(a.blockNumber ?? 0) - BigInt(b.blockNumber ?? 0) || BigInt(a.logIndex ?? 0) - BigInt(b.logIndex ?? 0),
  )
}
