import type { Address } from 'viem'
import { credits } from '../ponder.schema.ts'
import { add } from './add.ts'
import type { Concerns, Indexed } from './types.ts'

/** Books what a contract keeps for an account, or what it paid out of it. */
export async function credit(
  { args, address: contract, chainId, db }: Indexed<{ token: Address; account: Address; amount: bigint }>,
  amount: bigint,
): Promise<Concerns> {
  const { token, account } = args
  await add(db, credits, { chainId, contract, token, account }, { column: 'amount', amount })
  return { account, amount: args.amount }
}
