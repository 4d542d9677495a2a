export { accrueStream, type Stream } from './accrueStream.ts'
export { type AddGainParameters, addGain } from './addGain.ts'
export { type CapitalChargeParameters, capitalChargeUp } from './capitalChargeUp.ts'
export { classRequirementUp, type ExposureClass } from './classRequirementUp.ts'
export { type CloseStreamReturnType, closeStream } from './closeStream.ts'
export * from './constants.ts'
export { type CourtPotParameters, courtPotDown } from './courtPotDown.ts'
export { type CoverRefundParameters, type CoverRefundReturnType, coverRefundDown } from './coverRefundDown.ts'
export { type DriftedLevelParameters, driftedLevel } from './driftedLevel.ts'
export * from './errors.ts'
export { type EventLossParameters, eventLossUp } from './eventLossUp.ts'
export { exitSharesDown } from './exitSharesDown.ts'
export { exitValueDown, type ShareSupply } from './exitValueDown.ts'
export { type ExpectedLossParameters, expectedLossUp } from './expectedLossUp.ts'
export { expWad } from './expWad.ts'
export { type ExtensionPremiumParameters, extensionPremium } from './extensionPremium.ts'
export { fallDown, type Loss } from './fallDown.ts'
export { findCohort } from './findCohort.ts'
export { type FundingLevelsParameters, fundingLevels } from './fundingLevels.ts'
export { type Cohort, heldUp } from './heldUp.ts'
export { type HoldingParameters, holdingWorthDown } from './holdingWorthDown.ts'
export { holdingWorthUp } from './holdingWorthUp.ts'
export { type IncreasePremiumParameters, increasePremium } from './increasePremium.ts'
export { type IsReportTableParameters, isReportTable } from './isReportTable.ts'
export { type LeafClaimParameters, leafClaimDown } from './leafClaimDown.ts'
export { type LeafPartParameters, leafPartDown } from './leafPartDown.ts'
export { type LeafWorthParameters, leafWorthDown } from './leafWorthDown.ts'
export { leafWorthUp } from './leafWorthUp.ts'
export { type LiftFundingParameters, type LiftFundingReturnType, liftFunding } from './liftFunding.ts'
export { type LotPriceParameters, lotPriceUp } from './lotPriceUp.ts'
export { type CourtVote, lowerMedian } from './lowerMedian.ts'
export { type MoveExposureParameters, type MoveExposureReturnType, moveExposure } from './moveExposure.ts'
export { type NetPremiumParameters, netPremiumUp } from './netPremiumUp.ts'
export { type Mark, type ObservedMarkParameters, observedMark } from './observedMark.ts'
export { openStream, type StreamPartParameters } from './openStream.ts'
export {
  type PoolPremiumParameters,
  type PoolSnapshot,
  type Premium,
  poolPremium,
  type RiskSnapshot,
} from './poolPremium.ts'
export { potentialDown } from './potentialDown.ts'
export {
  type FeedRound,
  isLoss,
  type LossRatioReturnType,
  lossRatio,
  type PayoutStep,
  type PriceFeedDirection,
  type PriceFeedRuling,
  type PriceFeedTriggerParameters,
  priceFeedRulings,
  withLevels,
} from './priceFeedTrigger.ts'
export { type ProvenLossParameters, type ProvenLossReturnType, provenLossDown } from './provenLossDown.ts'
export { type FundingStack, pushCohort } from './pushCohort.ts'
export { type Reading, type ReadingRatioParameters, readingRatio } from './readingRatio.ts'
export { type ReportRatioParameters, type ReportStep, reportRatio } from './reportRatio.ts'
export { type ClassTotals, requirementUp } from './requirementUp.ts'
export { type ServedExitParameters, type ServedExitReturnType, servedExit } from './servedExit.ts'
export { type SettledBackingParameters, settledBacking } from './settledBacking.ts'
export { type StreamEdges, streamEdgesUp } from './streamEdgesUp.ts'
export { type StreamRateParameters, streamRateDown } from './streamRateDown.ts'
export { unearnedUnitsUp } from './unearnedUnitsUp.ts'
export { type Gains, unvestedUp } from './unvestedUp.ts'
export { type UsedTokensParameters, usedTokensUp } from './usedTokensUp.ts'
export { utilisationDown } from './utilisationDown.ts'
