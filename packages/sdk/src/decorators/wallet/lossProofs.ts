import type { Account, Chain } from 'viem'
import { defineProofTerms } from '../../actions/lossProofs/defineProofTerms.ts'
import { defineRootTerms } from '../../actions/lossProofs/defineRootTerms.ts'
import { giveConsent } from '../../actions/lossProofs/giveConsent.ts'
import { pinBlock } from '../../actions/lossProofs/pinBlock.ts'
import { proveHolding } from '../../actions/lossProofs/proveHolding.ts'
import { proveNft } from '../../actions/lossProofs/proveNft.ts'
import { proveToken } from '../../actions/lossProofs/proveToken.ts'
import { proveValue } from '../../actions/lossProofs/proveValue.ts'
import { recordBlock } from '../../actions/lossProofs/recordBlock.ts'
import { registerToken } from '../../actions/lossProofs/registerToken.ts'
import { retireToken } from '../../actions/lossProofs/retireToken.ts'
import { revokeConsent } from '../../actions/lossProofs/revokeConsent.ts'
import { showToken } from '../../actions/lossProofs/showToken.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/lossProofs`. */
export const lossProofsWrites = {
  defineProofTerms,
  defineRootTerms,
  giveConsent,
  pinBlock,
  proveHolding,
  proveNft,
  proveToken,
  proveValue,
  recordBlock,
  registerToken,
  retireToken,
  revokeConsent,
  showToken,
} as const

/** The writes of `actions/lossProofs`, as methods of a client. */
export type LossProofsWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  defineProofTerms: Bound<typeof defineProofTerms<chain, account>>
  defineRootTerms: Bound<typeof defineRootTerms<chain, account>>
  giveConsent: Bound<typeof giveConsent<chain, account>>
  pinBlock: Bound<typeof pinBlock<chain, account>>
  proveHolding: Bound<typeof proveHolding<chain, account>>
  proveNft: Bound<typeof proveNft<chain, account>>
  proveToken: Bound<typeof proveToken<chain, account>>
  proveValue: Bound<typeof proveValue<chain, account>>
  recordBlock: Bound<typeof recordBlock<chain, account>>
  registerToken: Bound<typeof registerToken<chain, account>>
  retireToken: Bound<typeof retireToken<chain, account>>
  revokeConsent: Bound<typeof revokeConsent<chain, account>>
  showToken: Bound<typeof showToken<chain, account>>
}
