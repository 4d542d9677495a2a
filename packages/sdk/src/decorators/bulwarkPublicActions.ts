import type { Chain, Client, Transport } from 'viem'
import { canCallRestricted } from '../actions/accessManager/canCallRestricted.ts'
import { simulateCancelCall } from '../actions/accessManager/cancelCall.ts'
import { getFunctionRole } from '../actions/accessManager/getFunctionRole.ts'
import { getRoleHolders } from '../actions/accessManager/getRoleHolders.ts'
import { getRoleMembership } from '../actions/accessManager/getRoleMembership.ts'
import { getScheduledCall } from '../actions/accessManager/getScheduledCall.ts'
import { isContractClosed } from '../actions/accessManager/isContractClosed.ts'
import { simulateScheduleCall } from '../actions/accessManager/scheduleCall.ts'
import { canSell } from '../actions/adjudicator/canSell.ts'
import { getRulesOnce } from '../actions/adjudicator/getRulesOnce.ts'
import { getRuling } from '../actions/adjudicator/getRuling.ts'
import { getRulingDeadline } from '../actions/adjudicator/getRulingDeadline.ts'
import { getWorstCaseTime } from '../actions/adjudicator/getWorstCaseTime.ts'
import { simulateAnswerEvidence } from '../actions/court/answerEvidence.ts'
import { simulateAppealAward } from '../actions/court/appealAward.ts'
import { simulateAppealRuling } from '../actions/court/appealRuling.ts'
import { simulateClearConflict } from '../actions/court/clearConflict.ts'
import { simulateCollectEarnings } from '../actions/court/collectEarnings.ts'
import { simulateCommitAward } from '../actions/court/commitAward.ts'
import { simulateConfirmConflict } from '../actions/court/confirmConflict.ts'
import { simulateCountPool } from '../actions/court/countPool.ts'
import { simulateCreateCourtListing } from '../actions/court/createCourtListing.ts'
import { getAssessor } from '../actions/court/getAssessor.ts'
import { getAwardHash } from '../actions/court/getAwardHash.ts'
import { getCase } from '../actions/court/getCase.ts'
import { getCaseOutcome } from '../actions/court/getCaseOutcome.ts'
import { getCaseTally } from '../actions/court/getCaseTally.ts'
import { getCaseVotes } from '../actions/court/getCaseVotes.ts'
import { getCommitment } from '../actions/court/getCommitment.ts'
import { getCourtAuthority } from '../actions/court/getCourtAuthority.ts'
import { getCourtBounds } from '../actions/court/getCourtBounds.ts'
import { getCourtConfig } from '../actions/court/getCourtConfig.ts'
import { getCourtParameters } from '../actions/court/getCourtParameters.ts'
import { getCourtVersion } from '../actions/court/getCourtVersion.ts'
import { getEarnings } from '../actions/court/getEarnings.ts'
import { getStakeToken } from '../actions/court/getStakeToken.ts'
import { getStakeValue } from '../actions/court/getStakeValue.ts'
import { getStakeWeight } from '../actions/court/getStakeWeight.ts'
import { getTotalStake } from '../actions/court/getTotalStake.ts'
import { simulateOpenCase } from '../actions/court/openCase.ts'
import { simulateReportConflict } from '../actions/court/reportConflict.ts'
import { simulateRequestUnstake } from '../actions/court/requestUnstake.ts'
import { simulateRevealAward } from '../actions/court/revealAward.ts'
import { simulateSetCourtParameters } from '../actions/court/setCourtParameters.ts'
import { simulateSetEncryptionKey } from '../actions/court/setEncryptionKey.ts'
import { simulateSetStakeValue } from '../actions/court/setStakeValue.ts'
import { simulateSettleCase } from '../actions/court/settleCase.ts'
import { simulateSettleSilent } from '../actions/court/settleSilent.ts'
import { simulateStakeTokens } from '../actions/court/stakeTokens.ts'
import { simulateSubmitEvidence } from '../actions/court/submitEvidence.ts'
import { simulateWithdrawStake } from '../actions/court/withdrawStake.ts'
import { simulateApproveCover } from '../actions/covers/approveCover.ts'
import { getCover } from '../actions/covers/getCover.ts'
import { getCoverApproved } from '../actions/covers/getCoverApproved.ts'
import { getCoverBalance } from '../actions/covers/getCoverBalance.ts'
import { getCoverForChange } from '../actions/covers/getCoverForChange.ts'
import { getCoverForSettlement } from '../actions/covers/getCoverForSettlement.ts'
import { getCoverOwner } from '../actions/covers/getCoverOwner.ts'
import { getCoverPool } from '../actions/covers/getCoverPool.ts'
import { getCoversBounds } from '../actions/covers/getCoversBounds.ts'
import { getCoversContracts } from '../actions/covers/getCoversContracts.ts'
import { getCoversMetadata } from '../actions/covers/getCoversMetadata.ts'
import { getCoverTermsHash } from '../actions/covers/getCoverTermsHash.ts'
import { getCoverUri } from '../actions/covers/getCoverUri.ts'
import { getPayee } from '../actions/covers/getPayee.ts'
import { getPoolByNumber } from '../actions/covers/getPoolByNumber.ts'
import { getPoolNumber } from '../actions/covers/getPoolNumber.ts'
import { getRemainingAmount } from '../actions/covers/getRemainingAmount.ts'
import { getStateFingerprint } from '../actions/covers/getStateFingerprint.ts'
import { isCoverOperator } from '../actions/covers/isCoverOperator.ts'
import { simulateSafeTransferCover } from '../actions/covers/safeTransferCover.ts'
import { simulateSetCoverOperator } from '../actions/covers/setCoverOperator.ts'
import { simulateSetPayee } from '../actions/covers/setPayee.ts'
import { simulateTransferCover } from '../actions/covers/transferCover.ts'
import { simulateCreateDeficitListing } from '../actions/deficitTrigger/createDeficitListing.ts'
import { getDeficitConfig } from '../actions/deficitTrigger/getDeficitConfig.ts'
import { getRuledDeficit } from '../actions/deficitTrigger/getRuledDeficit.ts'
import { drawCover } from '../actions/descriptor/drawCover.ts'
import { supportsInterface } from '../actions/erc165/supportsInterface.ts'
import { simulateCreatePool } from '../actions/factory/createPool.ts'
import { getCreationCodeHash } from '../actions/factory/getCreationCodeHash.ts'
import { getFactoryAuthority } from '../actions/factory/getFactoryAuthority.ts'
import { getFactoryBounds } from '../actions/factory/getFactoryBounds.ts'
import { getNewPoolBounds } from '../actions/factory/getNewPoolBounds.ts'
import { getPoolCount } from '../actions/factory/getPoolCount.ts'
import { simulateSetNewPoolBounds } from '../actions/factory/setNewPoolBounds.ts'
import { simulateCreateFrozenListing } from '../actions/frozenTrigger/createFrozenListing.ts'
import { getFrozenConfig } from '../actions/frozenTrigger/getFrozenConfig.ts'
import { getOutages } from '../actions/frozenTrigger/getOutages.ts'
import { getThawTime } from '../actions/frozenTrigger/getThawTime.ts'
import { simulateProveOutage } from '../actions/frozenTrigger/proveOutage.ts'
import { simulateThaw } from '../actions/frozenTrigger/thaw.ts'
import { simulateApproveTokens } from '../actions/governanceToken/approveTokens.ts'
import { simulateDelegateVotes } from '../actions/governanceToken/delegateVotes.ts'
import { simulateDelegateVotesBySig } from '../actions/governanceToken/delegateVotesBySig.ts'
import { getDelegate } from '../actions/governanceToken/getDelegate.ts'
import { getMintBounds } from '../actions/governanceToken/getMintBounds.ts'
import { getPastTokenSupply } from '../actions/governanceToken/getPastTokenSupply.ts'
import { getPastVotes } from '../actions/governanceToken/getPastVotes.ts'
import { getTokenAllowance } from '../actions/governanceToken/getTokenAllowance.ts'
import { getTokenAuthority } from '../actions/governanceToken/getTokenAuthority.ts'
import { getTokenBalance } from '../actions/governanceToken/getTokenBalance.ts'
import { getTokenDomain } from '../actions/governanceToken/getTokenDomain.ts'
import { getTokenMetadata } from '../actions/governanceToken/getTokenMetadata.ts'
import { getTokenNonce } from '../actions/governanceToken/getTokenNonce.ts'
import { getTokenSupply } from '../actions/governanceToken/getTokenSupply.ts'
import { getVoteCheckpoint } from '../actions/governanceToken/getVoteCheckpoint.ts'
import { getVoteCheckpointCount } from '../actions/governanceToken/getVoteCheckpointCount.ts'
import { getVoteClock } from '../actions/governanceToken/getVoteClock.ts'
import { getVotes } from '../actions/governanceToken/getVotes.ts'
import { simulateMintTokens } from '../actions/governanceToken/mintTokens.ts'
import { simulatePermitTokens } from '../actions/governanceToken/permitTokens.ts'
import { simulateTransferTokens } from '../actions/governanceToken/transferTokens.ts'
import { simulateTransferTokensFrom } from '../actions/governanceToken/transferTokensFrom.ts'
import { simulateCancelProposal } from '../actions/governor/cancelProposal.ts'
import { simulateCastVote } from '../actions/governor/castVote.ts'
import { simulateCastVoteBySig } from '../actions/governor/castVoteBySig.ts'
import { simulateExecuteProposal } from '../actions/governor/executeProposal.ts'
import { getGovernorBounds } from '../actions/governor/getGovernorBounds.ts'
import { getGovernorContracts } from '../actions/governor/getGovernorContracts.ts'
import { getGovernorDomain } from '../actions/governor/getGovernorDomain.ts'
import { getGovernorSettings } from '../actions/governor/getGovernorSettings.ts'
import { getProposal } from '../actions/governor/getProposal.ts'
import { getProposalId } from '../actions/governor/getProposalId.ts'
import { getProposalState } from '../actions/governor/getProposalState.ts'
import { getProposalVotes } from '../actions/governor/getProposalVotes.ts'
import { getQuorum } from '../actions/governor/getQuorum.ts'
import { getVoteNonce } from '../actions/governor/getVoteNonce.ts'
import { getVotingPower } from '../actions/governor/getVotingPower.ts'
import { hasVoted } from '../actions/governor/hasVoted.ts'
import { simulatePropose } from '../actions/governor/propose.ts'
import { simulateQueueProposal } from '../actions/governor/queueProposal.ts'
import { simulateAssertLoss } from '../actions/incidents/assertLoss.ts'
import { simulateClaimRecovered } from '../actions/incidents/claimRecovered.ts'
import { simulateClaimRecoveredLeaves } from '../actions/incidents/claimRecoveredLeaves.ts'
import { simulateClose } from '../actions/incidents/close.ts'
import { simulateCollectCredit } from '../actions/incidents/collectCredit.ts'
import { getCredit } from '../actions/incidents/getCredit.ts'
import { getIncident } from '../actions/incidents/getIncident.ts'
import { getIncidentBounds } from '../actions/incidents/getIncidentBounds.ts'
import { getIncidentCount } from '../actions/incidents/getIncidentCount.ts'
import { getIncidentsContracts } from '../actions/incidents/getIncidentsContracts.ts'
import { getJournalEntries } from '../actions/incidents/getJournalEntries.ts'
import { getJournalHead } from '../actions/incidents/getJournalHead.ts'
import { getJournalLength } from '../actions/incidents/getJournalLength.ts'
import { getLeafClaim } from '../actions/incidents/getLeafClaim.ts'
import { getLeafUse } from '../actions/incidents/getLeafUse.ts'
import { getSettlement } from '../actions/incidents/getSettlement.ts'
import { simulateLapse } from '../actions/incidents/lapse.ts'
import { simulateRecover } from '../actions/incidents/recover.ts'
import { simulateRule } from '../actions/incidents/rule.ts'
import { simulateSettle } from '../actions/incidents/settle.ts'
import { simulateSettleLeaves } from '../actions/incidents/settleLeaves.ts'
import { simulateSettleRaised } from '../actions/incidents/settleRaised.ts'
import { checkQuote } from '../actions/listings/checkQuote.ts'
import { simulateCreateListing } from '../actions/listings/createListing.ts'
import { simulateDismissAdjudicator } from '../actions/listings/dismissAdjudicator.ts'
import { simulateDismissQuoteSigner } from '../actions/listings/dismissQuoteSigner.ts'
import { getAuthority } from '../actions/listings/getAuthority.ts'
import { getCuratorFeeCap } from '../actions/listings/getCuratorFeeCap.ts'
import { getDescriptor } from '../actions/listings/getDescriptor.ts'
import { getFamily } from '../actions/listings/getFamily.ts'
import { getListingBounds } from '../actions/listings/getListingBounds.ts'
import { getListingCount } from '../actions/listings/getListingCount.ts'
import { getListingsDomain } from '../actions/listings/getListingsDomain.ts'
import { getPausedUntil } from '../actions/listings/getPausedUntil.ts'
import { getPeriods } from '../actions/listings/getPeriods.ts'
import { getProtocolFee } from '../actions/listings/getProtocolFee.ts'
import { getQuoteHash } from '../actions/listings/getQuoteHash.ts'
import { getRate } from '../actions/listings/getRate.ts'
import { getRateBounds } from '../actions/listings/getRateBounds.ts'
import { getRatePace } from '../actions/listings/getRatePace.ts'
import { getSaleTerms } from '../actions/listings/getSaleTerms.ts'
import { getTerms } from '../actions/listings/getTerms.ts'
import { getTermsHash } from '../actions/listings/getTermsHash.ts'
import { getTreasury } from '../actions/listings/getTreasury.ts'
import { getWording } from '../actions/listings/getWording.ts'
import { isAdjudicator } from '../actions/listings/isAdjudicator.ts'
import { isQuoteSigner } from '../actions/listings/isQuoteSigner.ts'
import { simulateLowerProtocolFee } from '../actions/listings/lowerProtocolFee.ts'
import { simulatePauseSales } from '../actions/listings/pauseSales.ts'
import { simulatePostRates } from '../actions/listings/postRates.ts'
import { simulateRaiseRateFloors } from '../actions/listings/raiseRateFloors.ts'
import { simulateSetAdjudicator } from '../actions/listings/setAdjudicator.ts'
import { simulateSetCuratorFeeCap } from '../actions/listings/setCuratorFeeCap.ts'
import { simulateSetDescriptor } from '../actions/listings/setDescriptor.ts'
import { simulateSetFamily } from '../actions/listings/setFamily.ts'
import { simulateSetProtocolFee } from '../actions/listings/setProtocolFee.ts'
import { simulateSetQuoteSigner } from '../actions/listings/setQuoteSigner.ts'
import { simulateSetRateBounds } from '../actions/listings/setRateBounds.ts'
import { simulateSetRatePace } from '../actions/listings/setRatePace.ts'
import { simulateSetTreasury } from '../actions/listings/setTreasury.ts'
import { worstCaseTime } from '../actions/listings/worstCaseTime.ts'
import { canSellProven } from '../actions/lossProofs/canSellProven.ts'
import { checkBackable } from '../actions/lossProofs/checkBackable.ts'
import { simulateDefineProofTerms } from '../actions/lossProofs/defineProofTerms.ts'
import { simulateDefineRootTerms } from '../actions/lossProofs/defineRootTerms.ts'
import { getConsent } from '../actions/lossProofs/getConsent.ts'
import { getConsentHash } from '../actions/lossProofs/getConsentHash.ts'
import { getHolding } from '../actions/lossProofs/getHolding.ts'
import { getLossProofsAuthority } from '../actions/lossProofs/getLossProofsAuthority.ts'
import { getLossProofsBounds } from '../actions/lossProofs/getLossProofsBounds.ts'
import { getLossProofsDomain } from '../actions/lossProofs/getLossProofsDomain.ts'
import { getPinnedBlock } from '../actions/lossProofs/getPinnedBlock.ts'
import { getProofTerms } from '../actions/lossProofs/getProofTerms.ts'
import { getRecordedBlock } from '../actions/lossProofs/getRecordedBlock.ts'
import { getRegisteredToken } from '../actions/lossProofs/getRegisteredToken.ts'
import { getRootValue } from '../actions/lossProofs/getRootValue.ts'
import { getStorageRoot } from '../actions/lossProofs/getStorageRoot.ts'
import { simulateGiveConsent } from '../actions/lossProofs/giveConsent.ts'
import { isNftCounted } from '../actions/lossProofs/isNftCounted.ts'
import { isProofSupported } from '../actions/lossProofs/isProofSupported.ts'
import { simulatePinBlock } from '../actions/lossProofs/pinBlock.ts'
import { simulateProveHolding } from '../actions/lossProofs/proveHolding.ts'
import { simulateProveNft } from '../actions/lossProofs/proveNft.ts'
import { simulateProveToken } from '../actions/lossProofs/proveToken.ts'
import { simulateProveValue } from '../actions/lossProofs/proveValue.ts'
import { simulateRecordBlock } from '../actions/lossProofs/recordBlock.ts'
import { simulateRegisterToken } from '../actions/lossProofs/registerToken.ts'
import { simulateRetireToken } from '../actions/lossProofs/retireToken.ts'
import { simulateRevokeConsent } from '../actions/lossProofs/revokeConsent.ts'
import { simulateShowToken } from '../actions/lossProofs/showToken.ts'
import { getMark } from '../actions/markedTrigger/getMark.ts'
import { simulateObserveMark } from '../actions/markedTrigger/observeMark.ts'
import { simulateCollectDisputeFees } from '../actions/membersAppeal/collectDisputeFees.ts'
import { simulateExecuteDispute } from '../actions/membersAppeal/executeDispute.ts'
import { getAppealCost } from '../actions/membersAppeal/getAppealCost.ts'
import { getAppealPeriod } from '../actions/membersAppeal/getAppealPeriod.ts'
import { getArbitrationCost } from '../actions/membersAppeal/getArbitrationCost.ts'
import { getCurrentRuling } from '../actions/membersAppeal/getCurrentRuling.ts'
import { getDispute } from '../actions/membersAppeal/getDispute.ts'
import { getDisputeCount } from '../actions/membersAppeal/getDisputeCount.ts'
import { getDisputeQuorum } from '../actions/membersAppeal/getDisputeQuorum.ts'
import { getDisputeStatus } from '../actions/membersAppeal/getDisputeStatus.ts'
import { getDisputeVotes } from '../actions/membersAppeal/getDisputeVotes.ts'
import { getMembersAppealBounds } from '../actions/membersAppeal/getMembersAppealBounds.ts'
import { hasVotedOnDispute } from '../actions/membersAppeal/hasVotedOnDispute.ts'
import { simulateVoteOnDispute } from '../actions/membersAppeal/voteOnDispute.ts'
import { simulateAssertTruth } from '../actions/optimistic/assertTruth.ts'
import { simulateCreateOptimisticListing } from '../actions/optimistic/createOptimisticListing.ts'
import { getOptimisticBounds } from '../actions/optimistic/getOptimisticBounds.ts'
import { getOptimisticConfig } from '../actions/optimistic/getOptimisticConfig.ts'
import { getOptimisticOracle } from '../actions/optimistic/getOptimisticOracle.ts'
import { getRequiredTruthBond } from '../actions/optimistic/getRequiredTruthBond.ts'
import { getTruthClaim } from '../actions/optimistic/getTruthClaim.ts'
import { getTruthIncident } from '../actions/optimistic/getTruthIncident.ts'
import { getTruthText } from '../actions/optimistic/getTruthText.ts'
import { simulateNoteRefusal } from '../actions/optimistic/noteRefusal.ts'
import { simulateSettleAssertion } from '../actions/optimistic/settleAssertion.ts'
import { simulateApproveShares } from '../actions/pool/approveShares.ts'
import { simulateBuy } from '../actions/pool/buy.ts'
import { simulateCancelCover } from '../actions/pool/cancelCover.ts'
import { simulateCancelRedeemRequest } from '../actions/pool/cancelRedeemRequest.ts'
import { simulateCollectFees } from '../actions/pool/collectFees.ts'
import { simulateCollectPayout } from '../actions/pool/collectPayout.ts'
import { simulateContribute } from '../actions/pool/contribute.ts'
import { convertToAssets } from '../actions/pool/convertToAssets.ts'
import { convertToShares } from '../actions/pool/convertToShares.ts'
import { simulateDecreaseCover } from '../actions/pool/decreaseCover.ts'
import { simulateDeposit } from '../actions/pool/deposit.ts'
import { simulateExtendCover } from '../actions/pool/extendCover.ts'
import { simulateFinishClosing } from '../actions/pool/finishClosing.ts'
import { getAsset } from '../actions/pool/getAsset.ts'
import { getCapital } from '../actions/pool/getCapital.ts'
import { getClaimableRedeemRequest } from '../actions/pool/getClaimableRedeemRequest.ts'
import { getFunding } from '../actions/pool/getFunding.ts'
import { getMaxDeposit } from '../actions/pool/getMaxDeposit.ts'
import { getMaxMint } from '../actions/pool/getMaxMint.ts'
import { getMaxRedeem } from '../actions/pool/getMaxRedeem.ts'
import { getMaxWithdraw } from '../actions/pool/getMaxWithdraw.ts'
import { getPendingRedeemRequest } from '../actions/pool/getPendingRedeemRequest.ts'
import { getPermitDomainSeparator } from '../actions/pool/getPermitDomainSeparator.ts'
import { getPermitNonce } from '../actions/pool/getPermitNonce.ts'
import { getPoolBounds } from '../actions/pool/getPoolBounds.ts'
import { getRefund } from '../actions/pool/getRefund.ts'
import { getShare } from '../actions/pool/getShare.ts'
import { getShareAllowance } from '../actions/pool/getShareAllowance.ts'
import { getShareBalance } from '../actions/pool/getShareBalance.ts'
import { getShareMetadata } from '../actions/pool/getShareMetadata.ts'
import { getShareSupply } from '../actions/pool/getShareSupply.ts'
import { getShortfall } from '../actions/pool/getShortfall.ts'
import { getTotalAssets } from '../actions/pool/getTotalAssets.ts'
import { simulateIncreaseCover } from '../actions/pool/increaseCover.ts'
import { isOperator } from '../actions/pool/isOperator.ts'
import { simulateMintShares } from '../actions/pool/mintShares.ts'
import { simulatePermitShares } from '../actions/pool/permitShares.ts'
import { previewDeposit } from '../actions/pool/previewDeposit.ts'
import { previewMint } from '../actions/pool/previewMint.ts'
import { simulateProcessOwnRedeem } from '../actions/pool/processOwnRedeem.ts'
import { simulateProcessRedeem } from '../actions/pool/processRedeem.ts'
import { quote } from '../actions/pool/quote.ts'
import { quoteExtension } from '../actions/pool/quoteExtension.ts'
import { quoteIncrease } from '../actions/pool/quoteIncrease.ts'
import { simulateRecapitalise } from '../actions/pool/recapitalise.ts'
import { simulateRedeem } from '../actions/pool/redeem.ts'
import { simulateRelease } from '../actions/pool/release.ts'
import { simulateRequestRedeem } from '../actions/pool/requestRedeem.ts'
import { simulateRevoke } from '../actions/pool/revoke.ts'
import { simulateSetAdjudicatorLimit } from '../actions/pool/setAdjudicatorLimit.ts'
import { simulateSetBacking } from '../actions/pool/setBacking.ts'
import { simulateSetCurator } from '../actions/pool/setCurator.ts'
import { simulateSetCuratorFee } from '../actions/pool/setCuratorFee.ts'
import { simulateSetGroupLimit } from '../actions/pool/setGroupLimit.ts'
import { simulateSetOperator } from '../actions/pool/setOperator.ts'
import { simulateStep } from '../actions/pool/step.ts'
import { simulateStop } from '../actions/pool/stop.ts'
import { simulateSubmit } from '../actions/pool/submit.ts'
import { simulateTransferShares } from '../actions/pool/transferShares.ts'
import { simulateTransferSharesFrom } from '../actions/pool/transferSharesFrom.ts'
import { wasEverSold } from '../actions/pool/wasEverSold.ts'
import { simulateWithdraw } from '../actions/pool/withdraw.ts'
import { simulateWriteDown } from '../actions/pool/writeDown.ts'
import { simulateAdvance } from '../actions/priceFeedTrigger/advance.ts'
import { simulateApproach } from '../actions/priceFeedTrigger/approach.ts'
import { simulateArm } from '../actions/priceFeedTrigger/arm.ts'
import { simulateArmAndProve } from '../actions/priceFeedTrigger/armAndProve.ts'
import { simulateCreateTriggerListing } from '../actions/priceFeedTrigger/createTriggerListing.ts'
import { getArmedIncident } from '../actions/priceFeedTrigger/getArmedIncident.ts'
import { getEpisode } from '../actions/priceFeedTrigger/getEpisode.ts'
import { getTriggerConfig } from '../actions/priceFeedTrigger/getTriggerConfig.ts'
import { getTriggerPhase } from '../actions/priceFeedTrigger/getTriggerPhase.ts'
import { simulateNotePhase } from '../actions/priceFeedTrigger/notePhase.ts'
import { simulateProve } from '../actions/priceFeedTrigger/prove.ts'
import { simulateRecoverSpan } from '../actions/priceFeedTrigger/recoverSpan.ts'
import { simulateArmReading } from '../actions/readingTrigger/armReading.ts'
import { getArmedReading } from '../actions/readingTrigger/getArmedReading.ts'
import { getKeeperTime } from '../actions/readingTrigger/getKeeperTime.ts'
import { getReading } from '../actions/readingTrigger/getReading.ts'
import { getReadingLevels } from '../actions/readingTrigger/getReadingLevels.ts'
import { getReadingSpan } from '../actions/readingTrigger/getReadingSpan.ts'
import { simulateProveReading } from '../actions/readingTrigger/proveReading.ts'
import { simulateTakeReading } from '../actions/readingTrigger/takeReading.ts'
import { simulateContradictReport } from '../actions/reportTrigger/contradictReport.ts'
import { simulateCreateReportListing } from '../actions/reportTrigger/createReportListing.ts'
import { getEventKey } from '../actions/reportTrigger/getEventKey.ts'
import { getReportBounds } from '../actions/reportTrigger/getReportBounds.ts'
import { getReportConfig } from '../actions/reportTrigger/getReportConfig.ts'
import { getReportDomain } from '../actions/reportTrigger/getReportDomain.ts'
import { getReportHash } from '../actions/reportTrigger/getReportHash.ts'
import { getReportIncident } from '../actions/reportTrigger/getReportIncident.ts'
import { getReportRatio } from '../actions/reportTrigger/getReportRatio.ts'
import { getReportRecord } from '../actions/reportTrigger/getReportRecord.ts'
import { getSigners } from '../actions/reportTrigger/getSigners.ts'
import { isStruckOff } from '../actions/reportTrigger/isStruckOff.ts'
import { simulateProveReport } from '../actions/reportTrigger/proveReport.ts'
import { simulateRequestReport } from '../actions/reportTrigger/requestReport.ts'
import { simulateRotateSigners } from '../actions/reportTrigger/rotateSigners.ts'
import { simulateSubmitReport } from '../actions/reportTrigger/submitReport.ts'
import { simulateCreateReserveListing } from '../actions/reserveTrigger/createReserveListing.ts'
import { getReserveConfig } from '../actions/reserveTrigger/getReserveConfig.ts'
import { getRuledShortfall } from '../actions/reserveTrigger/getRuledShortfall.ts'
import { simulateAssignClaim } from '../actions/salvage/assignClaim.ts'
import { simulateCollectAssigned } from '../actions/salvage/collectAssigned.ts'
import { getHandedOver } from '../actions/salvage/getHandedOver.ts'
import { getLot } from '../actions/salvage/getLot.ts'
import { getLotCount } from '../actions/salvage/getLotCount.ts'
import { getLotPrice } from '../actions/salvage/getLotPrice.ts'
import { getOwedTokens } from '../actions/salvage/getOwedTokens.ts'
import { getSalvageBounds } from '../actions/salvage/getSalvageBounds.ts'
import { simulateHandOver } from '../actions/salvage/handOver.ts'
import { simulateReportStuck } from '../actions/salvage/reportStuck.ts'
import { simulateTakeLot } from '../actions/salvage/takeLot.ts'
import { simulateCancelOperation } from '../actions/timelock/cancelOperation.ts'
import { simulateExecuteOperation } from '../actions/timelock/executeOperation.ts'
import { getOperation } from '../actions/timelock/getOperation.ts'
import { getOperationId } from '../actions/timelock/getOperationId.ts'
import { getTimelockDelay } from '../actions/timelock/getTimelockDelay.ts'
import { hasTimelockRole } from '../actions/timelock/hasTimelockRole.ts'
import { simulateScheduleOperation } from '../actions/timelock/scheduleOperation.ts'
import { simulateCreateVaultLossListing } from '../actions/vaultLossTrigger/createVaultLossListing.ts'
import { getVaultLossConfig } from '../actions/vaultLossTrigger/getVaultLossConfig.ts'
import { type Bound, type BulwarkAddresses, bind } from '../internal/bind.ts'

const actions = {
  canCallRestricted,
  canSell,
  canSellProven,
  checkBackable,
  checkQuote,
  convertToAssets,
  convertToShares,
  drawCover,
  getAppealCost,
  getAppealPeriod,
  getArbitrationCost,
  getArmedIncident,
  getArmedReading,
  getAssessor,
  getAsset,
  getAuthority,
  getAwardHash,
  getCapital,
  getCase,
  getCaseOutcome,
  getCaseTally,
  getCaseVotes,
  getClaimableRedeemRequest,
  getCommitment,
  getConsent,
  getConsentHash,
  getCourtAuthority,
  getCourtBounds,
  getCourtConfig,
  getCourtParameters,
  getCourtVersion,
  getCover,
  getCoverApproved,
  getCoverBalance,
  getCoverForChange,
  getCoverForSettlement,
  getCoverOwner,
  getCoverPool,
  getCoverTermsHash,
  getCoverUri,
  getCoversBounds,
  getCoversContracts,
  getCoversMetadata,
  getCreationCodeHash,
  getCredit,
  getCuratorFeeCap,
  getCurrentRuling,
  getDeficitConfig,
  getDelegate,
  getDescriptor,
  getDispute,
  getDisputeCount,
  getDisputeQuorum,
  getDisputeStatus,
  getDisputeVotes,
  getEarnings,
  getEpisode,
  getEventKey,
  getFactoryAuthority,
  getFactoryBounds,
  getFamily,
  getFrozenConfig,
  getFunctionRole,
  getFunding,
  getGovernorBounds,
  getGovernorContracts,
  getGovernorDomain,
  getGovernorSettings,
  getHandedOver,
  getHolding,
  getIncident,
  getIncidentBounds,
  getIncidentCount,
  getIncidentsContracts,
  getJournalEntries,
  getJournalHead,
  getJournalLength,
  getKeeperTime,
  getLeafClaim,
  getLeafUse,
  getListingBounds,
  getListingCount,
  getListingsDomain,
  getLossProofsAuthority,
  getLossProofsBounds,
  getLossProofsDomain,
  getLot,
  getLotCount,
  getLotPrice,
  getMark,
  getMaxDeposit,
  getMaxMint,
  getMaxRedeem,
  getMaxWithdraw,
  getMembersAppealBounds,
  getMintBounds,
  getNewPoolBounds,
  getOperation,
  getOperationId,
  getOptimisticBounds,
  getOptimisticConfig,
  getOptimisticOracle,
  getOutages,
  getOwedTokens,
  getPastTokenSupply,
  getPastVotes,
  getPausedUntil,
  getPayee,
  getPendingRedeemRequest,
  getPeriods,
  getPermitDomainSeparator,
  getPermitNonce,
  getPinnedBlock,
  getPoolBounds,
  getPoolByNumber,
  getPoolCount,
  getPoolNumber,
  getProofTerms,
  getProposal,
  getProposalId,
  getProposalState,
  getProposalVotes,
  getProtocolFee,
  getQuorum,
  getQuoteHash,
  getRate,
  getRateBounds,
  getRatePace,
  getReading,
  getReadingLevels,
  getReadingSpan,
  getRecordedBlock,
  getRefund,
  getRegisteredToken,
  getRemainingAmount,
  getReportBounds,
  getReportConfig,
  getReportDomain,
  getReportHash,
  getReportIncident,
  getReportRatio,
  getReportRecord,
  getRequiredTruthBond,
  getReserveConfig,
  getRoleHolders,
  getRoleMembership,
  getRootValue,
  getRuledDeficit,
  getRuledShortfall,
  getRulesOnce,
  getRuling,
  getRulingDeadline,
  getSaleTerms,
  getSalvageBounds,
  getScheduledCall,
  getSettlement,
  getShare,
  getShareAllowance,
  getShareBalance,
  getShareMetadata,
  getShareSupply,
  getShortfall,
  getSigners,
  getStakeToken,
  getStakeValue,
  getStakeWeight,
  getStateFingerprint,
  getStorageRoot,
  getTerms,
  getTermsHash,
  getThawTime,
  getTimelockDelay,
  getTokenAllowance,
  getTokenAuthority,
  getTokenBalance,
  getTokenDomain,
  getTokenMetadata,
  getTokenNonce,
  getTokenSupply,
  getTotalAssets,
  getTotalStake,
  getTreasury,
  getTriggerConfig,
  getTriggerPhase,
  getTruthClaim,
  getTruthIncident,
  getTruthText,
  getVaultLossConfig,
  getVoteCheckpoint,
  getVoteCheckpointCount,
  getVoteClock,
  getVoteNonce,
  getVotes,
  getVotingPower,
  getWorstCaseTime,
  hasTimelockRole,
  hasVoted,
  hasVotedOnDispute,
  isAdjudicator,
  isContractClosed,
  isCoverOperator,
  isNftCounted,
  isOperator,
  isProofSupported,
  isQuoteSigner,
  isStruckOff,
  previewDeposit,
  previewMint,
  quote,
  quoteExtension,
  quoteIncrease,
  simulateAdvance,
  simulateAnswerEvidence,
  simulateAppealAward,
  simulateAppealRuling,
  simulateApproach,
  simulateApproveCover,
  simulateApproveShares,
  simulateApproveTokens,
  simulateArm,
  simulateArmAndProve,
  simulateArmReading,
  simulateAssertLoss,
  simulateAssertTruth,
  simulateAssignClaim,
  simulateBuy,
  simulateCancelCall,
  simulateCancelCover,
  simulateCancelOperation,
  simulateCancelProposal,
  simulateCancelRedeemRequest,
  simulateCastVote,
  simulateCastVoteBySig,
  simulateClaimRecovered,
  simulateClaimRecoveredLeaves,
  simulateClearConflict,
  simulateClose,
  simulateCollectAssigned,
  simulateCollectCredit,
  simulateCollectDisputeFees,
  simulateCollectEarnings,
  simulateCollectFees,
  simulateCollectPayout,
  simulateCommitAward,
  simulateConfirmConflict,
  simulateContradictReport,
  simulateContribute,
  simulateCountPool,
  simulateCreateCourtListing,
  simulateCreateDeficitListing,
  simulateCreateFrozenListing,
  simulateCreateListing,
  simulateCreateOptimisticListing,
  simulateCreatePool,
  simulateCreateReportListing,
  simulateCreateReserveListing,
  simulateCreateTriggerListing,
  simulateCreateVaultLossListing,
  simulateDecreaseCover,
  simulateDefineProofTerms,
  simulateDefineRootTerms,
  simulateDelegateVotes,
  simulateDelegateVotesBySig,
  simulateDeposit,
  simulateDismissAdjudicator,
  simulateDismissQuoteSigner,
  simulateExecuteDispute,
  simulateExecuteOperation,
  simulateExecuteProposal,
  simulateExtendCover,
  simulateFinishClosing,
  simulateGiveConsent,
  simulateHandOver,
  simulateIncreaseCover,
  simulateLapse,
  simulateLowerProtocolFee,
  simulateMintShares,
  simulateMintTokens,
  simulateNotePhase,
  simulateNoteRefusal,
  simulateObserveMark,
  simulateOpenCase,
  simulatePauseSales,
  simulatePermitShares,
  simulatePermitTokens,
  simulatePinBlock,
  simulatePostRates,
  simulateProcessOwnRedeem,
  simulateProcessRedeem,
  simulatePropose,
  simulateProve,
  simulateProveHolding,
  simulateProveNft,
  simulateProveOutage,
  simulateProveReading,
  simulateProveReport,
  simulateProveToken,
  simulateProveValue,
  simulateQueueProposal,
  simulateRaiseRateFloors,
  simulateRecapitalise,
  simulateRecordBlock,
  simulateRecover,
  simulateRecoverSpan,
  simulateRedeem,
  simulateRegisterToken,
  simulateRelease,
  simulateReportConflict,
  simulateReportStuck,
  simulateRequestRedeem,
  simulateRequestReport,
  simulateRequestUnstake,
  simulateRetireToken,
  simulateRevealAward,
  simulateRevoke,
  simulateRevokeConsent,
  simulateRotateSigners,
  simulateRule,
  simulateSafeTransferCover,
  simulateScheduleCall,
  simulateScheduleOperation,
  simulateSetAdjudicator,
  simulateSetAdjudicatorLimit,
  simulateSetBacking,
  simulateSetCourtParameters,
  simulateSetCoverOperator,
  simulateSetCurator,
  simulateSetCuratorFee,
  simulateSetCuratorFeeCap,
  simulateSetDescriptor,
  simulateSetEncryptionKey,
  simulateSetFamily,
  simulateSetGroupLimit,
  simulateSetNewPoolBounds,
  simulateSetOperator,
  simulateSetPayee,
  simulateSetProtocolFee,
  simulateSetQuoteSigner,
  simulateSetRateBounds,
  simulateSetRatePace,
  simulateSetStakeValue,
  simulateSetTreasury,
  simulateSettle,
  simulateSettleAssertion,
  simulateSettleCase,
  simulateSettleLeaves,
  simulateSettleRaised,
  simulateSettleSilent,
  simulateShowToken,
  simulateStakeTokens,
  simulateStep,
  simulateStop,
  simulateSubmit,
  simulateSubmitEvidence,
  simulateSubmitReport,
  simulateTakeLot,
  simulateTakeReading,
  simulateThaw,
  simulateTransferCover,
  simulateTransferShares,
  simulateTransferSharesFrom,
  simulateTransferTokens,
  simulateTransferTokensFrom,
  simulateVoteOnDispute,
  simulateWithdraw,
  simulateWithdrawStake,
  simulateWriteDown,
  supportsInterface,
  wasEverSold,
  getWording,
  worstCaseTime,
} as const

/** Every read and simulation, as a method of a client. */
export type BulwarkPublicActions = { [name in keyof typeof actions]: Bound<(typeof actions)[name]> }

/**
 * Puts every read and simulation on a client, with the addresses filled in. For the smallest bundle import the actions
 * that you need instead.
 *
 * @param addresses where Bulwark is; what is left out has to be given at each call.
 * @returns an extension for viem's `client.extend`.
 * @example
 * const bulwark = client.extend(bulwarkPublicActions({ listings, covers, incidents, factory }))
 * const { rate } = await bulwark.getRate({ listing: 1n })
 */
export function bulwarkPublicActions(addresses: BulwarkAddresses = {}) {
  return <chain extends Chain | undefined>(client: Client<Transport, chain>): BulwarkPublicActions =>
    bind(client, actions, addresses) as BulwarkPublicActions
}
