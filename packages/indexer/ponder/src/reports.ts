import { reportTriggerAbi } from '@bulwark/sdk/abis'
import type { Hex } from 'viem'
import { plain } from '../lib/plain.ts'
import { register } from '../lib/register.ts'
import type { Indexed } from '../lib/types.ts'
import { listTrigger } from '../lib/watch.ts'
import { reports, signerSets, struckSigners } from '../ponder.schema.ts'

register('reportTrigger', reportTriggerAbi, {
  AnswerIgnored: ({ args }) => ({ listing: args.listing }),
  Proven: async (event) => {
    const { incident, listing, ratio, finder } = event.args
    await write(event, { status: 'proven', incident, ratio })
    return { listing, incident, account: finder }
  },
  ReportListed: (event) => listTrigger(event, 'report', { source: event.args.source }),
  ReportRequested: async (event) => {
    const { listing, requestId, insured } = event.args
    await write(event, { status: 'requested', requestId, requestedAt: event.timestamp, insured: plain(insured) })
    return { listing }
  },
  ReportSuspended: async (event) => {
    await write(event, { status: 'suspended' })
    return { listing: event.args.listing }
  },
  Reported: async (event) => {
    const { listing, report, signedBy, standsFrom } = event.args
    const { value, distance, status, time } = report
    const said = { value, distance, reportStatus: status, eventTime: BigInt(time) }
    await write(event, { status: 'reported', ...said, signedBy, standsFrom })
    return { listing }
  },
  RequestFailed: async (event) => {
    await write(event, { status: 'failed' })
    return { listing: event.args.listing }
  },
  SignerStruckOff: async ({ args, chainId, db, place }) => {
    const { listing, signer, key } = args
    await db
      .insert(struckSigners)
      .values({ chainId, listing, signer, key, ...place })
      .onConflictDoNothing()
    return { listing, account: signer }
  },
  SignersScheduled: async ({ args, chainId, db, place }) => {
    const { listing, since, threshold, members } = args
    const row = { threshold: Number(threshold), members, ...place }
    await db
      .insert(signerSets)
      .values({ chainId, listing, since, ...row })
      .onConflictDoUpdate(row)
    return { listing }
  },
})

type OfKey = Indexed<{ listing: bigint; key: Hex }>
type Change = { status: (typeof reports.$inferSelect)['status'] } & Partial<typeof reports.$inferSelect>

async function write({ args, chainId, db, place }: OfKey, change: Change): Promise<void> {
  const row = { ...change, ...place }
  await db
    .insert(reports)
    .values({ chainId, listing: args.listing, key: args.key, ...row })
    .onConflictDoUpdate(row)
}
