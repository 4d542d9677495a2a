import type { Actor } from '@bulwark/testkit'
import { parseSignature } from 'viem'
import type { Stage } from '../Stage.ts'
import type { InsuredEvent } from '../types.ts'
import { ascending } from './ascending.ts'
import { keyOf } from './keyOf.ts'
import type { Report } from './types.ts'

const types = {
  Report: [
    { name: 'listing', type: 'uint32' },
    { name: 'key', type: 'bytes32' },
    { name: 'value', type: 'uint96' },
    { name: 'distance', type: 'uint64' },
    { name: 'status', type: 'uint8' },
    { name: 'time', type: 'uint32' },
  ],
} as const

/** Signatures of a report, in the trigger's order. */
export async function signReport(
  stage: Stage,
  listing: string,
  event: InsuredEvent,
  report: Report & { time: number },
  signers: readonly Actor[],
) {
  const { trigger, number } = stage.listing(listing)
  const domain = {
    ...{ name: 'Bulwark ReportTrigger', version: '1', chainId: stage.chain.chainId },
    verifyingContract: trigger.address,
  }
  const message = { listing: Number(number), key: keyOf(event), ...report }
  return Promise.all(
    ascending(signers).map(async (signer) => {
      const { r, s, yParity } = parseSignature(
        await signer.signTypedData({ domain, types, primaryType: 'Report', message }),
      )
      return { v: 27 + yParity, r, s }
    }),
  )
}
