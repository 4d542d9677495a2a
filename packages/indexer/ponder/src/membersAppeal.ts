import { membersAppealAbi } from '@bulwark/sdk/abis'
import { zeroAddress } from 'viem'
import { register } from '../lib/register.ts'
import { memberDisputes, memberVotes } from '../ponder.schema.ts'

register('membersAppeal', membersAppealAbi, {
  DisputeCreation: async ({ args, chainId, db, origin }) => {
    const { disputeID: dispute, arbitrable } = args
    const empty = { snapshot: 0n, until: 0n, choices: 0, extraData: '0x' as const, votes: {} }
    await db.insert(memberDisputes).values({ chainId, dispute, arbitrable, ...empty, ...origin })
    return { account: arbitrable }
  },
  Executed: async ({ args, chainId, db }) => {
    const { disputeID: dispute, ruling, taken } = args
    await db.update(memberDisputes, { chainId, dispute }).set({ ruling: Number(ruling), taken })
    return {}
  },
  FeesCollected: ({ args }) => ({ amount: args.amount }),
  VoteStarted: async ({ args, chainId, db, origin }) => {
    const { disputeID: dispute, snapshot, until, choices, extraData } = args
    const row = { snapshot, until, choices: Number(choices), extraData }
    await db
      .insert(memberDisputes)
      .values({ chainId, dispute, arbitrable: zeroAddress, votes: {}, ...row, ...origin })
      .onConflictDoUpdate(row)
    return {}
  },
  Voted: async ({ args, chainId, db, place }) => {
    const { disputeID: dispute, voter, weight } = args
    const choice = Number(args.choice)
    await db.insert(memberVotes).values({ chainId, dispute, voter, choice, weight, ...place })
    await db.update(memberDisputes, { chainId, dispute }).set(({ votes }) => ({
      votes: { ...votes, [choice]: (BigInt(votes[choice] ?? 0) + weight).toString() },
    }))
    return { account: voter, amount: weight }
  },
})
