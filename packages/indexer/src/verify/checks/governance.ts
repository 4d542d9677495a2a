import { bulwarkAccessManagerAbi, bulwarkGovernorAbi, bulwarkTimelockAbi, bulwarkTokenAbi } from '@bulwark/sdk/abis'
import type { Address, Hex } from 'viem'
import { itemsOf } from '../itemsOf.ts'
import type { Check } from '../types.ts'

/** Members, proposals, votes, scheduled calls and roles. */
export const checkGovernance: Check = async ({ addressOf, read, rows }) => {
  const token = addressOf('governanceToken')
  const governor = addressOf('governor')
  const timelock = addressOf('timelock')
  const manager = addressOf('accessManager')
  const ofMembers = token
    ? itemsOf('members', await rows('members'), {
        key: (row) => String(row.account),
        compare: async (row) => {
          const account = row.account as Address
          return {
            balance: [await read(bulwarkTokenAbi, token, 'balanceOf', [account]), row.balance],
            delegate: [await read(bulwarkTokenAbi, token, 'delegates', [account]), row.delegate],
            votes: [await read(bulwarkTokenAbi, token, 'getVotes', [account]), row.votes],
          }
        },
      })
    : []
  const ofProposals = governor
    ? itemsOf('proposals', await rows('proposals'), {
        key: (row) => String(row.proposal),
        compare: async (row) => {
          const args = [BigInt(row.proposal as string)] as const
          const [against, supporting, abstain] = await read(bulwarkGovernorAbi, governor, 'proposalVotes', args)
          const eta = await read(bulwarkGovernorAbi, governor, 'proposalEta', args)
          return {
            ...{ against: [against, row.against], for: [supporting, row.for], abstain: [abstain, row.abstain] },
            proposer: [await read(bulwarkGovernorAbi, governor, 'proposalProposer', args), row.proposer],
            voteStart: [await read(bulwarkGovernorAbi, governor, 'proposalSnapshot', args), row.voteStart],
            voteEnd: [await read(bulwarkGovernorAbi, governor, 'proposalDeadline', args), row.voteEnd],
            executableAt: [eta, row.executableAt ?? 0],
          }
        },
      })
    : []
  const ofVotes = governor
    ? itemsOf('proposal_votes', await rows('proposal_votes'), {
        key: (row) => `${row.proposal} ${row.voter}`,
        compare: async (row) => {
          const args = [BigInt(row.proposal as string), row.voter as Address] as const
          return { voted: [await read(bulwarkGovernorAbi, governor, 'hasVoted', args), true] }
        },
      })
    : []
  const calls = await rows('scheduled_calls')
  const ofTimelock = timelock
    ? itemsOf(
        'scheduled_calls',
        calls.filter((row) => row.scheduler === 'timelock'),
        {
          key: (row) => `timelock ${row.id} ${row.number}`,
          compare: async (row) => {
            const at = await read(bulwarkTimelockAbi, timelock, 'getTimestamp', [row.id as Hex])
            // One second stands for done, none for not scheduled.
            const known = { scheduled: row.executableAt, executed: 1, cancelled: 0 }
            return { executableAt: [at, known[row.status as keyof typeof known]] }
          },
        },
      )
    : []
  const ofManager = manager
    ? itemsOf(
        'scheduled_calls',
        calls.filter((row) => row.scheduler === 'accessManager' && row.status !== 'scheduled'),
        {
          key: (row) => `accessManager ${row.id} ${row.number}`,
          compare: async (row) => {
            const nonce = await read(bulwarkAccessManagerAbi, manager, 'getNonce', [row.id as Hex])
            if (String(nonce) !== row.number) return {}
            return { schedule: [await read(bulwarkAccessManagerAbi, manager, 'getSchedule', [row.id as Hex]), 0] }
          },
        },
      )
    : []
  const roles = await rows('roles')
  const ofRoles = itemsOf('roles', roles, {
    key: (row) => `${row.contract} ${row.role} ${row.account}`,
    compare: async (row) => {
      const account = row.account as Address
      if (row.contract === 'timelock') {
        if (!timelock) return {}
        return { member: [await read(bulwarkTimelockAbi, timelock, 'hasRole', [row.role as Hex, account]), row.member] }
      }
      if (!manager) return {}
      const args = [BigInt(row.role as string), account] as const
      const [since, delay, pending] = await read(bulwarkAccessManagerAbi, manager, 'getAccess', args)
      // A delay that is not in force yet is what the event named.
      const named = pending === 0 ? delay : pending
      return { since: [since, row.since], ...(row.member ? { delay: [named, row.delay] as const } : {}) }
    },
  })
  const ofFunctions = manager
    ? itemsOf('function_roles', await rows('function_roles'), {
        key: (row) => `${row.target} ${row.selector}`,
        compare: async (row) => {
          const args = [row.target as Address, row.selector as Hex] as const
          return { role: [await read(bulwarkAccessManagerAbi, manager, 'getTargetFunctionRole', args), row.role] }
        },
      })
    : []
  const ofTargets = manager
    ? itemsOf('managed_targets', await rows('managed_targets'), {
        key: (row) => String(row.target),
        compare: async (row) => ({
          closed: [await read(bulwarkAccessManagerAbi, manager, 'isTargetClosed', [row.target as Address]), row.closed],
        }),
      })
    : []
  return [
    ...ofMembers,
    ...ofProposals,
    ...ofVotes,
    ...ofTimelock,
    ...ofManager,
    ...ofRoles,
    ...ofFunctions,
    ...ofTargets,
  ]
}
