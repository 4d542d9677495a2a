import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from 'pg'
import type { Client as NodeClient } from 'viem'
import { getBlockNumber } from 'viem/actions'
import { readProgress } from '../readProgress.ts'

type WatchStallParameters = { client: Client; node: NodeClient; schema: string; signal: AbortSignal }

const lookSeconds = 10
/** History is read in long strides: a stride may take minutes. */
const stallSeconds = 300

/** Settles when the chain went on for minutes and the tables did not; a process may live and do nothing. */
export async function watchStall({ client, node, schema, signal }: WatchStallParameters): Promise<'stalled'> {
  let block: bigint | undefined
  let since = Date.now()
  for (;;) {
    await wait(lookSeconds * 1_000, undefined, { signal })
    const progress = await readProgress(client, schema).catch(() => undefined)
    const head = await getBlockNumber(node, { cacheTime: 0 }).catch(() => undefined)
    const behind = head !== undefined && (progress?.block ?? -1n) < head
    if (!behind || progress?.block !== block) since = Date.now()
    block = progress?.block
    if (Date.now() - since > stallSeconds * 1_000) return 'stalled'
  }
}
