import { concat, type Hex, numberToHex, size, stringToHex, zeroAddress } from 'viem'
import type { Stage } from '../Stage.ts'
import { listReports } from './listReports.ts'
import type { ReportListing } from './types.ts'

const noSigners = { members: [], threshold: 0, rotator: zeroAddress, rotationDelay: 0 }

/** Creates a listing that a Chainlink Functions network reports on. */
export async function listAsked(
  stage: Stage,
  listing: ReportListing,
  functions: { router: Hex; subscription: bigint; donId: Hex; source: string },
): Promise<void> {
  const { source, ...rest } = functions
  const request = concat([
    // Inline JavaScript, as Chainlink's own library encodes it up to the arguments.
    ...[cborText('codeLocation'), '0x00' as const, cborText('language'), '0x00' as const, cborText('source')],
    cborText(source),
  ])
  await listReports(stage, listing, {
    source: 0,
    functions: { ...rest, callbackGas: 100_000, request },
    signers: noSigners,
  })
}

/** Text in CBOR. */
function cborText(text: string): Hex {
  const bytes = stringToHex(text)
  const length = size(bytes)
  if (length < 24) return concat([numberToHex(0x60 + length), bytes])
  return concat([length < 256 ? '0x78' : '0x79', numberToHex(length, { size: length < 256 ? 1 : 2 }), bytes])
}
