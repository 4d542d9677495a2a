import { coversAbi } from '@bulwark/sdk/abis'
import { zeroAddress } from 'viem'
import { poolOfCover } from '../lib/poolOfCover.ts'
import { register } from '../lib/register.ts'
import { coverEvents, covers } from '../ponder.schema.ts'

register('covers', coversAbi, {
  Approval: ({ args }) => ({ account: args.owner, counterparty: args.account, cover: args.id }),
  ApprovalForAll: ({ args }) => ({ account: args.owner, counterparty: args.operator }),
  PayeeSet: async ({ args, db, chainId, place }) => {
    const { id: cover, payee } = args
    await db.update(covers, { chainId, id: cover }).set({ payee })
    await db.insert(coverEvents).values({ chainId, ...place, cover, kind: 'payeeSet', account: payee })
    return { account: payee, cover, pool: await poolOfCover(db, chainId, cover) }
  },
  PoolRegistered: ({ args }) => ({ pool: args.pool }),
  Transfer: async ({ args, db, chainId, place }) => {
    const { id: cover, from, to } = args
    // The pool's own event tells of a purchase.
    if (from !== zeroAddress) {
      // A transfer takes back who is paid instead.
      await db.update(covers, { chainId, id: cover }).set({ owner: to, payee: zeroAddress })
      await db.insert(coverEvents).values({ chainId, ...place, cover, kind: 'transferred', account: to })
    }
    return { account: to, counterparty: from, cover, pool: await poolOfCover(db, chainId, cover) }
  },
})
