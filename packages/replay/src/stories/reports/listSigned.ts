import type { Actor } from '@bulwark/testkit'
import { zeroAddress, zeroHash } from 'viem'
import type { Stage } from '../Stage.ts'
import { ascending } from './ascending.ts'
import { listReports } from './listReports.ts'
import type { ReportListing } from './types.ts'

const noFunctions = { router: zeroAddress, subscription: 0n, donId: zeroHash, callbackGas: 0, request: '0x' }

/** Creates a listing that k of n signers report on. */
export async function listSigned(stage: Stage, listing: ReportListing, signers: readonly Actor[], threshold: number) {
  const members = ascending(signers).map(({ address }) => address)
  await listReports(stage, listing, {
    ...{ source: 1, functions: noFunctions },
    signers: { members, threshold, rotator: zeroAddress, rotationDelay: 0 },
  })
}
