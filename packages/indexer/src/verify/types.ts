import type { MirrorStore } from '@bulwark/risk/mirror'
import type { DeploymentContract } from '@bulwark/sdk'
import type { Abi, Address, ContractFunctionArgs, ContractFunctionName, ContractFunctionReturnType } from 'viem'

/** Something that the database says otherwise than the chain. */
export type Difference = {
  readonly table: string
  /** Which row. */
  readonly key: string
  /** Which column, or what follows from it. */
  readonly field: string
  readonly chain: string
  readonly database: string
}

/** A row of a table, columns in camel case, numbers as decimal strings. */
export type Row = { readonly [column: string]: string | boolean | null | object }

/** What the chain and the database say of each field. */
export type Fields = { readonly [field: string]: readonly [chain: unknown, database: unknown] }

/** A row, and how it is compared. */
export type Item = { readonly table: string; readonly key: string; readonly compare: () => Promise<Fields> }

/** What checks look at: the chain and the database as of one block. */
export type Sources = {
  readonly blockNumber: bigint
  /** Of that block, unix seconds. */
  readonly timestamp: bigint
  /** Where a contract is; none if the deployment lacks it. */
  readonly addressOf: (contract: DeploymentContract) => Address | undefined
  /** The rows of a table, by what follows its name. */
  readonly rows: (table: string, rest?: string) => Promise<Row[]>
  /** Calls a view, as of that block or of another. */
  readonly read: <
    const abi extends Abi,
    name extends ContractFunctionName<abi, 'pure' | 'view'>,
    args extends ContractFunctionArgs<abi, 'pure' | 'view', name>,
  >(
    abi: abi,
    address: Address,
    functionName: name,
    args: args,
    blockNumber?: bigint,
  ) => Promise<ContractFunctionReturnType<abi, 'pure' | 'view', name, args>>
  /** The twin of the pools, as the database holds it. */
  readonly mirror: MirrorStore
}

/** Lists what can be compared of some tables. */
export type Check = (sources: Sources) => Promise<Item[]>
