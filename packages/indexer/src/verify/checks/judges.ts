import {
  courtAbi,
  frozenTriggerAbi,
  membersAppealAbi,
  optimisticAbi,
  priceFeedTriggerAbi,
  reportTriggerAbi,
} from '@bulwark/sdk/abis'
import { type Address, type Hex, zeroAddress } from 'viem'
import { alike, item, itemsOf } from '../itemsOf.ts'
import type { Check, Row } from '../types.ts'

const grain = 1_000_000_000n
/** By the verdict: pending, granted, denied. */
const spanStatuses = ['armed', 'proven', 'ended']
const claimStates = ['none', 'asserted', 'disputed', 'upheld', 'rejected']

/** The court: cases, votes, stakes. */
export const checkCourt: Check = async ({ addressOf, read, rows }) => {
  const address = addressOf('court')
  if (!address) return []
  const votes = await rows('court_votes')
  const ofCases = itemsOf('court_cases', await rows('court_cases'), {
    key: (row) => String(row.incident),
    compare: async (row) => {
      const incident = BigInt(row.incident as string)
      const found = await read(courtAbi, address, 'caseOf', [incident])
      const seated = await read(courtAbi, address, 'votesOf', [incident])
      const revealFrom = found.commitFrom + found.commitTime
      const mine = votes.filter((vote) => vote.incident === row.incident && vote.award !== null)
      const awardOf = (voter: Address) => mine.find((vote) => vote.assessor === voter.toLowerCase())?.award
      return {
        ...alike(found, row, ['commitFrom', 'snapshot', 'committed', 'pool', 'amount', 'version', 'settled']),
        ...{ revealFrom: [revealFrom, row.revealFrom], revealUntil: [revealFrom + found.revealTime, row.revealUntil] },
        ...{ appellant: [found.appellant, row.appellant ?? zeroAddress], dispute: [found.dispute, row.dispute ?? 0] },
        ...{
          arbitrateUntil: [found.arbitrateUntil, row.arbitrateUntil ?? 0],
          ruled: [found.ruled, row.choice !== null],
        },
        choice: [found.choice, row.choice ?? 0],
        ...Object.fromEntries(seated.map((vote) => [`award of ${vote.voter}`, [vote.award, awardOf(vote.voter)]])),
      }
    },
  })
  const ofStakes = itemsOf('stakes', await rows('stakes'), {
    key: (row) => String(row.assessor),
    compare: async (row) => {
      const found = await read(courtAbi, address, 'assessorOf', [row.assessor as Address])
      return {
        staked: [BigInt(found.staked) * grain, row.staked],
        leaving: [BigInt(found.leaving) * grain, row.leaving],
        readyAt: [found.readyAt, row.readyAt],
        ...(found.changedAt === 0 ? {} : { changedAt: [found.changedAt, row.changedAt] as const }),
      }
    },
  })
  const version = item('court_versions', 'count', async () => ({
    version: [await read(courtAbi, address, 'version', []), (await rows('court_versions')).length],
  }))
  return [...ofCases, ...ofStakes, version]
}

/** Members' votes on disputes. */
export const checkMembersAppeal: Check = async ({ addressOf, read, rows }) => {
  const address = addressOf('membersAppeal')
  if (!address) return []
  const all = await rows('member_disputes')
  const ofDisputes = itemsOf('member_disputes', all, {
    key: (row) => String(row.dispute),
    compare: async (row) => {
      const dispute = BigInt(row.dispute as string)
      const found = await read(membersAppealAbi, address, 'disputeOf', [dispute])
      const votes = row.votes as { [choice: string]: string }
      const counted = await Promise.all(
        Array.from({ length: found.choices + 1 }, async (_, choice) => [
          `votes for ${choice}`,
          [await read(membersAppealAbi, address, 'votesFor', [dispute, BigInt(choice)]), votes[choice] ?? 0],
        ]),
      )
      const fields = alike(found, row, ['arbitrable', 'snapshot', 'until', 'choices'])
      return { ...fields, executed: [found.executed, row.taken === true], ...Object.fromEntries(counted) }
    },
  })
  const ofVotes = itemsOf('member_votes', await rows('member_votes'), {
    key: (row) => `${row.dispute} ${row.voter}`,
    compare: async (row) => {
      const args = [BigInt(row.dispute as string), row.voter as Address] as const
      return { voted: [await read(membersAppealAbi, address, 'hasVoted', args), true] }
    },
  })
  const count = item('member_disputes', 'count', async () => ({
    count: [await read(membersAppealAbi, address, 'count', []), all.length],
  }))
  return [...ofDisputes, ...ofVotes, count]
}

/** Triggers: the spans that they watch, reports, assertions in UMA's oracle. */
export const checkTriggers: Check = async ({ addressOf, read, rows }) => {
  const spans = await rows('trigger_spans')
  const of = (contract: Address | undefined): Row[] =>
    contract ? spans.filter((row) => row.adjudicator === contract.toLowerCase()) : []
  const reading = (['vaultLossTrigger', 'deficitTrigger', 'reserveTrigger', 'frozenTrigger'] as const).flatMap(
    (name) => {
      const contract = addressOf(name)
      return itemsOf('trigger_spans', of(contract), {
        key: (row) => `${name} ${row.incident}`,
        compare: async (row) => {
          // All four answer alike.
          const span = await read(frozenTriggerAbi, contract as Address, 'spanOf', [BigInt(row.incident as string)])
          return {
            ...alike(span, row, ['listing', 'armedAt', 'loss', 'whole']),
            ratio: [span.ratio, row.status === 'proven' ? row.ratio : 0],
            status: [spanStatuses[span.verdict], row.status],
          }
        },
      })
    },
  )
  const feed = addressOf('priceFeedTrigger')
  const ofFeed = itemsOf('trigger_spans', of(feed), {
    key: (row) => `priceFeedTrigger ${row.incident}`,
    compare: async (row) => {
      const span = await read(priceFeedTriggerAbi, feed as Address, 'episodeOf', [BigInt(row.incident as string)])
      return {
        ...alike(span, row, ['listing', 'firstRound', 'firstTime']),
        ratio: [span.ratio, row.status === 'proven' ? row.ratio : 0],
        status: [spanStatuses[span.verdict], row.status],
      }
    },
  })
  const reportTrigger = addressOf('reportTrigger')
  const ofReports = reportTrigger
    ? itemsOf('reports', await rows('reports', 'where value is not null'), {
        key: (row) => `${row.listing} ${row.key}`,
        compare: async (row) => {
          const args = [BigInt(row.listing as string), row.key as Hex] as const
          const record = await read(reportTriggerAbi, reportTrigger, 'recordOf', args)
          const incident = await read(reportTriggerAbi, reportTrigger, 'incidentOf', args)
          return {
            ...alike(record, row, ['value', 'distance']),
            ...{ reportStatus: [record.status, row.reportStatus], incident: [incident, row.incident ?? 0] },
          }
        },
      })
    : []
  const optimistic = addressOf('optimistic')
  const ofAssertions = optimistic
    ? itemsOf('assertions', await rows('assertions'), {
        key: (row) => String(row.assertionId),
        compare: async (row) => {
          const incident = await read(optimisticAbi, optimistic, 'incidentOf', [row.assertionId as Hex])
          const claim = await read(optimisticAbi, optimistic, 'claimOf', [BigInt(row.incident as string)])
          if (claim.assertionId !== row.assertionId) return { incident: [incident, row.incident] }
          return {
            ...alike(claim, row, ['asserter', 'assertedAt']),
            ...{ incident: [incident, row.incident], status: [claimStates[claim.state], row.status] },
          }
        },
      })
    : []
  return [...reading, ...ofFeed, ...ofReports, ...ofAssertions]
}
