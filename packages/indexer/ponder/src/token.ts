import { bulwarkTokenAbi } from '@bulwark/sdk/abis'
import { type Address, zeroAddress } from 'viem'
import { register } from '../lib/register.ts'
import { set } from '../lib/settings.ts'
import type { Indexed } from '../lib/types.ts'
import { members } from '../ponder.schema.ts'

register('governanceToken', bulwarkTokenAbi, {
  Approval: ({ args }) => ({ account: args.owner, counterparty: args.spender, amount: args.value }),
  AuthorityUpdated: async (event) => set(event, 'authority', event.args.authority),
  DelegateChanged: async (event) => {
    const { delegator, toDelegate } = event.args
    await change(event, delegator, () => ({ delegate: toDelegate }))
    return { account: delegator, counterparty: toDelegate }
  },
  DelegateVotesChanged: async (event) => {
    const { delegate, newVotes } = event.args
    await change(event, delegate, () => ({ votes: newVotes }))
    return { account: delegate, amount: newVotes }
  },
  EIP712DomainChanged: () => ({}),
  Minted: async (event) => {
    await set(event, 'nextMint', event.args.nextMint)
    return { account: event.args.to, amount: event.args.amount }
  },
  Transfer: async (event) => {
    const { from, to, value } = event.args
    if (from !== zeroAddress) await change(event, from, (row) => ({ balance: row.balance - value }))
    if (to !== zeroAddress) await change(event, to, (row) => ({ balance: row.balance + value }))
    return { account: to, counterparty: from, amount: value }
  },
})

type Member = typeof members.$inferSelect

async function change(
  { chainId, db }: Indexed<unknown>,
  account: Address,
  columns: (row: Member) => Partial<Member>,
): Promise<void> {
  const fresh = { balance: 0n, delegate: zeroAddress, votes: 0n }
  await db
    .insert(members)
    .values({ chainId, account, ...fresh })
    .onConflictDoNothing()
  await db.update(members, { chainId, account }).set(columns)
}
