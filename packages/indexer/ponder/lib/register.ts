import { ponder } from 'ponder:registry'
import type { Abi, Address, Hex } from 'viem'
import { blocks, ledgerEntries } from '../ponder.schema.ts'
import { environment } from './environment.ts'
import { followMirror } from './followMirror.ts'
import { plainFields } from './plain.ts'
import type { Concerns, Database, Handlers, Indexed } from './types.ts'

/** What Ponder hands to a handler; its own types follow from a configuration that is not known before it runs. */
type Raw = {
  event: {
    args: object
    log: { address: Address; logIndex: number }
    block: { number: bigint; hash: Hex; parentHash: Hex; timestamp: bigint }
    transaction: { hash: Hex; transactionIndex: number }
  }
  context: {
    db: Database
    chain: { id: number }
    client: { readContract(parameters: object): Promise<unknown> }
  }
}

const on = ponder.on.bind(ponder) as unknown as (name: string, handler: (raw: Raw) => Promise<void>) => void

/** The last block that was written down, so that its other events need not ask. */
let known: Hex | undefined

/**
 * Registers the handlers of a contract, if the deployment has it. Each event also gets its entry in the ledger, and
 * moves the twin of the pools.
 */
export function register<const abi extends Abi>(contract: string, abi: abi, handlers: Handlers<abi>): void {
  const deployed = contract === 'pool' || contract in environment.deployment.contracts
  if (!deployed) return
  for (const { name } of abi.filter((item) => item.type === 'event')) {
    const handle = handlers[name as keyof typeof handlers] as unknown as (event: Indexed<unknown>) => Promise<Concerns>
    on(`${contract}:${name}`, async ({ event, context }) => {
      const indexed = read(contract, name, { event, context })
      const { chainId, db, place } = indexed
      if (known !== event.block.hash) await writeBlock(db, chainId, event.block)
      const concerns = await handle(indexed)
      await db.insert(ledgerEntries).values({
        chainId,
        ...place,
        contract,
        address: indexed.address,
        kind: name,
        ...concerns,
        details: indexed.details,
      })
      await followMirror(indexed, event.transaction.transactionIndex)
    })
  }
}

/** Registers a handler of new blocks at the head. */
export function registerBlocks(): void {
  on('head:block', async ({ event, context }) => {
    await writeBlock(context.db, context.chain.id, event.block)
  })
}

async function writeBlock(db: Database, chainId: number, block: Raw['event']['block']): Promise<void> {
  const { number, hash, parentHash, timestamp } = block
  const row = { hash, parentHash, timestamp }
  await db
    .insert(blocks)
    .values({ chainId, number, ...row })
    .onConflictDoUpdate(row)
  known = hash
}

function read(contract: string, name: string, { event, context }: Raw): Indexed<unknown> {
  const { args, block, log, transaction } = event
  const [blockNumber, timestamp, transactionHash] = [block.number, block.timestamp, transaction.hash]
  return {
    ...{ args, name, contract, address: log.address, chainId: context.chain.id, timestamp },
    place: { blockNumber, logIndex: log.logIndex, timestamp, transactionHash },
    origin: { createdBlock: blockNumber, createdAt: timestamp, createdTransaction: transactionHash },
    details: plainFields(args ?? {}),
    db: context.db,
    read: (parameters) => context.client.readContract({ ...parameters, retryEmptyResponse: false }),
  }
}
