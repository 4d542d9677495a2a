import type { Account, Chain, Client, Transport } from 'viem'
import { cancelCall } from '../actions/accessManager/cancelCall.ts'
import { scheduleCall } from '../actions/accessManager/scheduleCall.ts'
import { answerEvidence } from '../actions/court/answerEvidence.ts'
import { appealAward } from '../actions/court/appealAward.ts'
import { appealRuling } from '../actions/court/appealRuling.ts'
import { clearConflict } from '../actions/court/clearConflict.ts'
import { collectEarnings } from '../actions/court/collectEarnings.ts'
import { commitAward } from '../actions/court/commitAward.ts'
import { confirmConflict } from '../actions/court/confirmConflict.ts'
import { countPool } from '../actions/court/countPool.ts'
import { createCourtListing } from '../actions/court/createCourtListing.ts'
import { openCase } from '../actions/court/openCase.ts'
import { reportConflict } from '../actions/court/reportConflict.ts'
import { requestUnstake } from '../actions/court/requestUnstake.ts'
import { revealAward } from '../actions/court/revealAward.ts'
import { setCourtParameters } from '../actions/court/setCourtParameters.ts'
import { setEncryptionKey } from '../actions/court/setEncryptionKey.ts'
import { setStakeValue } from '../actions/court/setStakeValue.ts'
import { settleCase } from '../actions/court/settleCase.ts'
import { settleSilent } from '../actions/court/settleSilent.ts'
import { stakeTokens } from '../actions/court/stakeTokens.ts'
import { submitEvidence } from '../actions/court/submitEvidence.ts'
import { withdrawStake } from '../actions/court/withdrawStake.ts'
import { approveCover } from '../actions/covers/approveCover.ts'
import { safeTransferCover } from '../actions/covers/safeTransferCover.ts'
import { setCoverOperator } from '../actions/covers/setCoverOperator.ts'
import { setPayee } from '../actions/covers/setPayee.ts'
import { transferCover } from '../actions/covers/transferCover.ts'
import { createDeficitListing } from '../actions/deficitTrigger/createDeficitListing.ts'
import { createPool } from '../actions/factory/createPool.ts'
import { setNewPoolBounds } from '../actions/factory/setNewPoolBounds.ts'
import { createFrozenListing } from '../actions/frozenTrigger/createFrozenListing.ts'
import { proveOutage } from '../actions/frozenTrigger/proveOutage.ts'
import { thaw } from '../actions/frozenTrigger/thaw.ts'
import { approveTokens } from '../actions/governanceToken/approveTokens.ts'
import { delegateVotes } from '../actions/governanceToken/delegateVotes.ts'
import { delegateVotesBySig } from '../actions/governanceToken/delegateVotesBySig.ts'
import { mintTokens } from '../actions/governanceToken/mintTokens.ts'
import { permitTokens } from '../actions/governanceToken/permitTokens.ts'
import { transferTokens } from '../actions/governanceToken/transferTokens.ts'
import { transferTokensFrom } from '../actions/governanceToken/transferTokensFrom.ts'
import { cancelProposal } from '../actions/governor/cancelProposal.ts'
import { castVote } from '../actions/governor/castVote.ts'
import { castVoteBySig } from '../actions/governor/castVoteBySig.ts'
import { executeProposal } from '../actions/governor/executeProposal.ts'
import { propose } from '../actions/governor/propose.ts'
import { queueProposal } from '../actions/governor/queueProposal.ts'
import { assertLoss } from '../actions/incidents/assertLoss.ts'
import { claimRecovered } from '../actions/incidents/claimRecovered.ts'
import { claimRecoveredLeaves } from '../actions/incidents/claimRecoveredLeaves.ts'
import { close } from '../actions/incidents/close.ts'
import { collectCredit } from '../actions/incidents/collectCredit.ts'
import { lapse } from '../actions/incidents/lapse.ts'
import { recover } from '../actions/incidents/recover.ts'
import { rule } from '../actions/incidents/rule.ts'
import { settle } from '../actions/incidents/settle.ts'
import { settleLeaves } from '../actions/incidents/settleLeaves.ts'
import { settleRaised } from '../actions/incidents/settleRaised.ts'
import { createListing } from '../actions/listings/createListing.ts'
import { dismissAdjudicator } from '../actions/listings/dismissAdjudicator.ts'
import { dismissQuoteSigner } from '../actions/listings/dismissQuoteSigner.ts'
import { lowerProtocolFee } from '../actions/listings/lowerProtocolFee.ts'
import { pauseSales } from '../actions/listings/pauseSales.ts'
import { postRates } from '../actions/listings/postRates.ts'
import { raiseRateFloors } from '../actions/listings/raiseRateFloors.ts'
import { setAdjudicator } from '../actions/listings/setAdjudicator.ts'
import { setCuratorFeeCap } from '../actions/listings/setCuratorFeeCap.ts'
import { setDescriptor } from '../actions/listings/setDescriptor.ts'
import { setFamily } from '../actions/listings/setFamily.ts'
import { setProtocolFee } from '../actions/listings/setProtocolFee.ts'
import { setQuoteSigner } from '../actions/listings/setQuoteSigner.ts'
import { setRateBounds } from '../actions/listings/setRateBounds.ts'
import { setRatePace } from '../actions/listings/setRatePace.ts'
import { setTreasury } from '../actions/listings/setTreasury.ts'
import { defineProofTerms } from '../actions/lossProofs/defineProofTerms.ts'
import { defineRootTerms } from '../actions/lossProofs/defineRootTerms.ts'
import { giveConsent } from '../actions/lossProofs/giveConsent.ts'
import { pinBlock } from '../actions/lossProofs/pinBlock.ts'
import { proveHolding } from '../actions/lossProofs/proveHolding.ts'
import { proveNft } from '../actions/lossProofs/proveNft.ts'
import { proveToken } from '../actions/lossProofs/proveToken.ts'
import { proveValue } from '../actions/lossProofs/proveValue.ts'
import { recordBlock } from '../actions/lossProofs/recordBlock.ts'
import { registerToken } from '../actions/lossProofs/registerToken.ts'
import { retireToken } from '../actions/lossProofs/retireToken.ts'
import { revokeConsent } from '../actions/lossProofs/revokeConsent.ts'
import { showToken } from '../actions/lossProofs/showToken.ts'
import { observeMark } from '../actions/markedTrigger/observeMark.ts'
import { collectDisputeFees } from '../actions/membersAppeal/collectDisputeFees.ts'
import { executeDispute } from '../actions/membersAppeal/executeDispute.ts'
import { voteOnDispute } from '../actions/membersAppeal/voteOnDispute.ts'
import { assertTruth } from '../actions/optimistic/assertTruth.ts'
import { createOptimisticListing } from '../actions/optimistic/createOptimisticListing.ts'
import { noteRefusal } from '../actions/optimistic/noteRefusal.ts'
import { settleAssertion } from '../actions/optimistic/settleAssertion.ts'
import { approveShares } from '../actions/pool/approveShares.ts'
import { buy } from '../actions/pool/buy.ts'
import { cancelCover } from '../actions/pool/cancelCover.ts'
import { cancelRedeemRequest } from '../actions/pool/cancelRedeemRequest.ts'
import { collectFees } from '../actions/pool/collectFees.ts'
import { collectPayout } from '../actions/pool/collectPayout.ts'
import { contribute } from '../actions/pool/contribute.ts'
import { decreaseCover } from '../actions/pool/decreaseCover.ts'
import { deposit } from '../actions/pool/deposit.ts'
import { extendCover } from '../actions/pool/extendCover.ts'
import { finishClosing } from '../actions/pool/finishClosing.ts'
import { increaseCover } from '../actions/pool/increaseCover.ts'
import { mintShares } from '../actions/pool/mintShares.ts'
import { permitShares } from '../actions/pool/permitShares.ts'
import { processOwnRedeem } from '../actions/pool/processOwnRedeem.ts'
import { processRedeem } from '../actions/pool/processRedeem.ts'
import { recapitalise } from '../actions/pool/recapitalise.ts'
import { redeem } from '../actions/pool/redeem.ts'
import { release } from '../actions/pool/release.ts'
import { requestRedeem } from '../actions/pool/requestRedeem.ts'
import { revoke } from '../actions/pool/revoke.ts'
import { setAdjudicatorLimit } from '../actions/pool/setAdjudicatorLimit.ts'
import { setBacking } from '../actions/pool/setBacking.ts'
import { setCurator } from '../actions/pool/setCurator.ts'
import { setCuratorFee } from '../actions/pool/setCuratorFee.ts'
import { setGroupLimit } from '../actions/pool/setGroupLimit.ts'
import { setOperator } from '../actions/pool/setOperator.ts'
import { step } from '../actions/pool/step.ts'
import { stop } from '../actions/pool/stop.ts'
import { submit } from '../actions/pool/submit.ts'
import { transferShares } from '../actions/pool/transferShares.ts'
import { transferSharesFrom } from '../actions/pool/transferSharesFrom.ts'
import { withdraw } from '../actions/pool/withdraw.ts'
import { writeDown } from '../actions/pool/writeDown.ts'
import { advance } from '../actions/priceFeedTrigger/advance.ts'
import { approach } from '../actions/priceFeedTrigger/approach.ts'
import { arm } from '../actions/priceFeedTrigger/arm.ts'
import { armAndProve } from '../actions/priceFeedTrigger/armAndProve.ts'
import { createTriggerListing } from '../actions/priceFeedTrigger/createTriggerListing.ts'
import { notePhase } from '../actions/priceFeedTrigger/notePhase.ts'
import { prove } from '../actions/priceFeedTrigger/prove.ts'
import { recoverSpan } from '../actions/priceFeedTrigger/recoverSpan.ts'
import { armReading } from '../actions/readingTrigger/armReading.ts'
import { proveReading } from '../actions/readingTrigger/proveReading.ts'
import { takeReading } from '../actions/readingTrigger/takeReading.ts'
import { contradictReport } from '../actions/reportTrigger/contradictReport.ts'
import { createReportListing } from '../actions/reportTrigger/createReportListing.ts'
import { proveReport } from '../actions/reportTrigger/proveReport.ts'
import { requestReport } from '../actions/reportTrigger/requestReport.ts'
import { rotateSigners } from '../actions/reportTrigger/rotateSigners.ts'
import { submitReport } from '../actions/reportTrigger/submitReport.ts'
import { createReserveListing } from '../actions/reserveTrigger/createReserveListing.ts'
import { assignClaim } from '../actions/salvage/assignClaim.ts'
import { collectAssigned } from '../actions/salvage/collectAssigned.ts'
import { handOver } from '../actions/salvage/handOver.ts'
import { reportStuck } from '../actions/salvage/reportStuck.ts'
import { takeLot } from '../actions/salvage/takeLot.ts'
import { signConsent } from '../actions/signatures/signConsent.ts'
import { signDelegation } from '../actions/signatures/signDelegation.ts'
import { signPermit } from '../actions/signatures/signPermit.ts'
import { signQuote } from '../actions/signatures/signQuote.ts'
import { signReport } from '../actions/signatures/signReport.ts'
import { signTokenPermit } from '../actions/signatures/signTokenPermit.ts'
import { signVote } from '../actions/signatures/signVote.ts'
import { cancelOperation } from '../actions/timelock/cancelOperation.ts'
import { executeOperation } from '../actions/timelock/executeOperation.ts'
import { scheduleOperation } from '../actions/timelock/scheduleOperation.ts'
import { createVaultLossListing } from '../actions/vaultLossTrigger/createVaultLossListing.ts'
import { type Bound, type BulwarkAddresses, bind } from '../internal/bind.ts'

const actions = {
  advance,
  answerEvidence,
  appealAward,
  appealRuling,
  approach,
  approveCover,
  approveShares,
  approveTokens,
  arm,
  armAndProve,
  armReading,
  assertLoss,
  assertTruth,
  assignClaim,
  buy,
  cancelCall,
  cancelCover,
  cancelOperation,
  cancelProposal,
  cancelRedeemRequest,
  castVote,
  castVoteBySig,
  claimRecovered,
  claimRecoveredLeaves,
  clearConflict,
  close,
  collectAssigned,
  collectCredit,
  collectDisputeFees,
  collectEarnings,
  collectFees,
  collectPayout,
  commitAward,
  confirmConflict,
  contradictReport,
  contribute,
  countPool,
  createCourtListing,
  createDeficitListing,
  createFrozenListing,
  createListing,
  createOptimisticListing,
  createPool,
  createReportListing,
  createReserveListing,
  createTriggerListing,
  createVaultLossListing,
  decreaseCover,
  defineProofTerms,
  defineRootTerms,
  delegateVotes,
  delegateVotesBySig,
  deposit,
  dismissAdjudicator,
  dismissQuoteSigner,
  executeDispute,
  executeOperation,
  executeProposal,
  extendCover,
  finishClosing,
  giveConsent,
  handOver,
  increaseCover,
  lapse,
  lowerProtocolFee,
  mintShares,
  mintTokens,
  notePhase,
  noteRefusal,
  observeMark,
  openCase,
  pauseSales,
  permitShares,
  permitTokens,
  pinBlock,
  postRates,
  processOwnRedeem,
  processRedeem,
  propose,
  prove,
  proveHolding,
  proveNft,
  proveOutage,
  proveReading,
  proveReport,
  proveToken,
  proveValue,
  queueProposal,
  raiseRateFloors,
  recapitalise,
  recordBlock,
  recover,
  recoverSpan,
  redeem,
  registerToken,
  release,
  reportConflict,
  reportStuck,
  requestRedeem,
  requestReport,
  requestUnstake,
  retireToken,
  revealAward,
  revoke,
  revokeConsent,
  rotateSigners,
  rule,
  safeTransferCover,
  scheduleCall,
  scheduleOperation,
  setAdjudicator,
  setAdjudicatorLimit,
  setBacking,
  setCourtParameters,
  setCoverOperator,
  setCurator,
  setCuratorFee,
  setCuratorFeeCap,
  setDescriptor,
  setEncryptionKey,
  setFamily,
  setGroupLimit,
  setNewPoolBounds,
  setOperator,
  setPayee,
  setProtocolFee,
  setQuoteSigner,
  setRateBounds,
  setRatePace,
  setStakeValue,
  setTreasury,
  settle,
  settleAssertion,
  settleCase,
  settleLeaves,
  settleRaised,
  settleSilent,
  showToken,
  signConsent,
  signDelegation,
  signPermit,
  signQuote,
  signReport,
  signTokenPermit,
  signVote,
  stakeTokens,
  step,
  stop,
  submit,
  submitEvidence,
  submitReport,
  takeLot,
  takeReading,
  thaw,
  transferCover,
  transferShares,
  transferSharesFrom,
  transferTokens,
  transferTokensFrom,
  voteOnDispute,
  withdraw,
  withdrawStake,
  writeDown,
} as const

/** Every write, as a method of a client. */
export type BulwarkWalletActions<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  advance: Bound<typeof advance<chain, account>>
  approach: Bound<typeof approach<chain, account>>
  approveCover: Bound<typeof approveCover<chain, account>>
  approveShares: Bound<typeof approveShares<chain, account>>
  approveTokens: Bound<typeof approveTokens<chain, account>>
  arm: Bound<typeof arm<chain, account>>
  armAndProve: Bound<typeof armAndProve<chain, account>>
  armReading: Bound<typeof armReading<chain, account>>
  assertLoss: Bound<typeof assertLoss<chain, account>>
  assertTruth: Bound<typeof assertTruth<chain, account>>
  assignClaim: Bound<typeof assignClaim<chain, account>>
  buy: Bound<typeof buy<chain, account>>
  cancelCall: Bound<typeof cancelCall<chain, account>>
  cancelCover: Bound<typeof cancelCover<chain, account>>
  cancelOperation: Bound<typeof cancelOperation<chain, account>>
  cancelProposal: Bound<typeof cancelProposal<chain, account>>
  cancelRedeemRequest: Bound<typeof cancelRedeemRequest<chain, account>>
  castVote: Bound<typeof castVote<chain, account>>
  castVoteBySig: Bound<typeof castVoteBySig<chain, account>>
  claimRecovered: Bound<typeof claimRecovered<chain, account>>
  claimRecoveredLeaves: Bound<typeof claimRecoveredLeaves<chain, account>>
  settleLeaves: Bound<typeof settleLeaves<chain, account>>
  close: Bound<typeof close<chain, account>>
  collectAssigned: Bound<typeof collectAssigned<chain, account>>
  collectCredit: Bound<typeof collectCredit<chain, account>>
  collectFees: Bound<typeof collectFees<chain, account>>
  collectPayout: Bound<typeof collectPayout<chain, account>>
  contradictReport: Bound<typeof contradictReport<chain, account>>
  contribute: Bound<typeof contribute<chain, account>>
  createDeficitListing: Bound<typeof createDeficitListing<chain, account>>
  createFrozenListing: Bound<typeof createFrozenListing<chain, account>>
  createListing: Bound<typeof createListing<chain, account>>
  createOptimisticListing: Bound<typeof createOptimisticListing<chain, account>>
  createPool: Bound<typeof createPool<chain, account>>
  createReportListing: Bound<typeof createReportListing<chain, account>>
  createReserveListing: Bound<typeof createReserveListing<chain, account>>
  createTriggerListing: Bound<typeof createTriggerListing<chain, account>>
  createVaultLossListing: Bound<typeof createVaultLossListing<chain, account>>
  decreaseCover: Bound<typeof decreaseCover<chain, account>>
  defineProofTerms: Bound<typeof defineProofTerms<chain, account>>
  delegateVotes: Bound<typeof delegateVotes<chain, account>>
  delegateVotesBySig: Bound<typeof delegateVotesBySig<chain, account>>
  defineRootTerms: Bound<typeof defineRootTerms<chain, account>>
  deposit: Bound<typeof deposit<chain, account>>
  dismissAdjudicator: Bound<typeof dismissAdjudicator<chain, account>>
  dismissQuoteSigner: Bound<typeof dismissQuoteSigner<chain, account>>
  executeOperation: Bound<typeof executeOperation<chain, account>>
  executeProposal: Bound<typeof executeProposal<chain, account>>
  extendCover: Bound<typeof extendCover<chain, account>>
  finishClosing: Bound<typeof finishClosing<chain, account>>
  giveConsent: Bound<typeof giveConsent<chain, account>>
  handOver: Bound<typeof handOver<chain, account>>
  increaseCover: Bound<typeof increaseCover<chain, account>>
  lapse: Bound<typeof lapse<chain, account>>
  lowerProtocolFee: Bound<typeof lowerProtocolFee<chain, account>>
  mintShares: Bound<typeof mintShares<chain, account>>
  mintTokens: Bound<typeof mintTokens<chain, account>>
  notePhase: Bound<typeof notePhase<chain, account>>
  noteRefusal: Bound<typeof noteRefusal<chain, account>>
  observeMark: Bound<typeof observeMark<chain, account>>
  pauseSales: Bound<typeof pauseSales<chain, account>>
  permitShares: Bound<typeof permitShares<chain, account>>
  permitTokens: Bound<typeof permitTokens<chain, account>>
  pinBlock: Bound<typeof pinBlock<chain, account>>
  postRates: Bound<typeof postRates<chain, account>>
  processOwnRedeem: Bound<typeof processOwnRedeem<chain, account>>
  processRedeem: Bound<typeof processRedeem<chain, account>>
  propose: Bound<typeof propose<chain, account>>
  prove: Bound<typeof prove<chain, account>>
  proveHolding: Bound<typeof proveHolding<chain, account>>
  proveNft: Bound<typeof proveNft<chain, account>>
  proveOutage: Bound<typeof proveOutage<chain, account>>
  proveReading: Bound<typeof proveReading<chain, account>>
  proveReport: Bound<typeof proveReport<chain, account>>
  proveToken: Bound<typeof proveToken<chain, account>>
  proveValue: Bound<typeof proveValue<chain, account>>
  queueProposal: Bound<typeof queueProposal<chain, account>>
  raiseRateFloors: Bound<typeof raiseRateFloors<chain, account>>
  recapitalise: Bound<typeof recapitalise<chain, account>>
  recordBlock: Bound<typeof recordBlock<chain, account>>
  recover: Bound<typeof recover<chain, account>>
  recoverSpan: Bound<typeof recoverSpan<chain, account>>
  redeem: Bound<typeof redeem<chain, account>>
  registerToken: Bound<typeof registerToken<chain, account>>
  release: Bound<typeof release<chain, account>>
  reportStuck: Bound<typeof reportStuck<chain, account>>
  requestRedeem: Bound<typeof requestRedeem<chain, account>>
  requestReport: Bound<typeof requestReport<chain, account>>
  retireToken: Bound<typeof retireToken<chain, account>>
  revoke: Bound<typeof revoke<chain, account>>
  revokeConsent: Bound<typeof revokeConsent<chain, account>>
  rotateSigners: Bound<typeof rotateSigners<chain, account>>
  rule: Bound<typeof rule<chain, account>>
  safeTransferCover: Bound<typeof safeTransferCover<chain, account>>
  scheduleCall: Bound<typeof scheduleCall<chain, account>>
  scheduleOperation: Bound<typeof scheduleOperation<chain, account>>
  setAdjudicator: Bound<typeof setAdjudicator<chain, account>>
  setAdjudicatorLimit: Bound<typeof setAdjudicatorLimit<chain, account>>
  setBacking: Bound<typeof setBacking<chain, account>>
  setCoverOperator: Bound<typeof setCoverOperator<chain, account>>
  setCurator: Bound<typeof setCurator<chain, account>>
  setCuratorFee: Bound<typeof setCuratorFee<chain, account>>
  setCuratorFeeCap: Bound<typeof setCuratorFeeCap<chain, account>>
  setDescriptor: Bound<typeof setDescriptor<chain, account>>
  setFamily: Bound<typeof setFamily<chain, account>>
  setGroupLimit: Bound<typeof setGroupLimit<chain, account>>
  setNewPoolBounds: Bound<typeof setNewPoolBounds<chain, account>>
  setOperator: Bound<typeof setOperator<chain, account>>
  setPayee: Bound<typeof setPayee<chain, account>>
  setProtocolFee: Bound<typeof setProtocolFee<chain, account>>
  setQuoteSigner: Bound<typeof setQuoteSigner<chain, account>>
  setRateBounds: Bound<typeof setRateBounds<chain, account>>
  setRatePace: Bound<typeof setRatePace<chain, account>>
  settle: Bound<typeof settle<chain, account>>
  settleAssertion: Bound<typeof settleAssertion<chain, account>>
  settleRaised: Bound<typeof settleRaised<chain, account>>
  setTreasury: Bound<typeof setTreasury<chain, account>>
  showToken: Bound<typeof showToken<chain, account>>
  signConsent: Bound<typeof signConsent<chain, account>>
  signDelegation: Bound<typeof signDelegation<chain, account>>
  signPermit: Bound<typeof signPermit<chain, account>>
  signQuote: Bound<typeof signQuote<chain, account>>
  signReport: Bound<typeof signReport<chain, account>>
  signTokenPermit: Bound<typeof signTokenPermit<chain, account>>
  signVote: Bound<typeof signVote<chain, account>>
  step: Bound<typeof step<chain, account>>
  stop: Bound<typeof stop<chain, account>>
  submit: Bound<typeof submit<chain, account>>
  submitReport: Bound<typeof submitReport<chain, account>>
  takeLot: Bound<typeof takeLot<chain, account>>
  takeReading: Bound<typeof takeReading<chain, account>>
  thaw: Bound<typeof thaw<chain, account>>
  transferCover: Bound<typeof transferCover<chain, account>>
  transferShares: Bound<typeof transferShares<chain, account>>
  transferSharesFrom: Bound<typeof transferSharesFrom<chain, account>>
  transferTokens: Bound<typeof transferTokens<chain, account>>
  transferTokensFrom: Bound<typeof transferTokensFrom<chain, account>>
  withdraw: Bound<typeof withdraw<chain, account>>
  writeDown: Bound<typeof writeDown<chain, account>>
}

/**
 * Puts every write on a client, with the addresses filled in. For the smallest bundle import the actions that you need
 * instead.
 *
 * @param addresses where Bulwark is; what is left out has to be given at each call.
 * @returns an extension for viem's `client.extend`.
 * @example
 * const bulwark = wallet.extend(bulwarkWalletActions({ listings, covers, incidents, factory, pool }))
 * const hash = await bulwark.step({ max: 8n })
 */
export function bulwarkWalletActions(addresses: BulwarkAddresses = {}) {
  return <chain extends Chain | undefined, account extends Account | undefined>(
    client: Client<Transport, chain, account>,
  ): BulwarkWalletActions<chain, account> =>
    bind(client, actions, addresses) as unknown as BulwarkWalletActions<chain, account>
}
