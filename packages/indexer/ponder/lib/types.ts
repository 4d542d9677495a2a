import type { Abi, Address, ContractEventName, GetEventArgs, Hex } from 'viem'
import type { Plain } from '../schema/columns.ts'

type Table = { readonly $inferSelect: unknown; readonly $inferInsert: unknown }
type Row<table extends Table> = table['$inferSelect']
type Change<table extends Table> = Partial<Row<table>> | ((row: Row<table>) => Partial<Row<table>>)

/** Ponder's store, as far as handlers use it. Rows are found by their primary key. */
export type Database = {
  find<table extends Table>(table: table, key: Partial<Row<table>>): Promise<Row<table> | null>
  insert<table extends Table>(
    table: table,
  ): {
    values(rows: table['$inferInsert'] | table['$inferInsert'][]): Promise<unknown> & {
      onConflictDoNothing(): Promise<unknown>
      onConflictDoUpdate(change: Change<table>): Promise<unknown>
    }
  }
  update<table extends Table>(
    table: table,
    key: Partial<Row<table>>,
  ): { set(change: Change<table>): Promise<Row<table>> }
  delete<table extends Table>(table: table, key: Partial<Row<table>>): Promise<boolean>
}

/** Where on the chain an event is, as columns. */
export type EventPlace = { blockNumber: bigint; logIndex: number; timestamp: bigint; transactionHash: Hex }

/** An event that is being indexed. */
export type Indexed<args> = {
  readonly args: args
  /** Its name, as in the ABI. */
  readonly name: string
  /** Which contract of the deployment spoke, and its address. */
  readonly contract: string
  readonly address: Address
  readonly chainId: number
  readonly timestamp: bigint
  readonly place: EventPlace
  readonly origin: { createdBlock: bigint; createdAt: bigint; createdTransaction: Hex }
  /** The arguments as JSON. */
  readonly details: { readonly [name: string]: Plain }
  readonly db: Database
  /** Calls a view as of the event's block. */
  readonly read: (parameters: { abi: Abi; address: Address; functionName: string }) => Promise<unknown>
}

/** What an event concerns: the columns of its entry in the ledger. */
export type Concerns = {
  pool?: Address | null
  account?: Address | null
  counterparty?: Address | null
  cover?: bigint | null
  listing?: bigint | null
  incident?: bigint | null
  request?: bigint | null
  amount?: bigint | null
  shares?: bigint | null
  fees?: bigint | null
}

/** The arguments of an event, all of them. */
export type EventArguments<abi extends Abi, name extends ContractEventName<abi>> = GetEventArgs<
  abi,
  name,
  { EnableUnion: false; IndexedOnly: false; Required: true }
>

/** A handler for each event of a contract, without exception. */
export type Handlers<abi extends Abi> = {
  readonly [name in ContractEventName<abi>]: (event: Indexed<EventArguments<abi, name>>) => Promise<Concerns> | Concerns
}
