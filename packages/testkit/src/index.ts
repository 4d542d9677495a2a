export { type CreatePoolParameters, createPool } from './bulwark/createPool.ts'
export { type Bulwark, type DeployBulwarkParameters, deployBulwark, reducerDelay } from './bulwark/deployBulwark.ts'
export {
  type CourtContracts,
  courtLibraries,
  courtParameters,
  type DeployCourtParameters,
  deployCourt,
} from './bulwark/deployCourt.ts'
export {
  type DeployGovernanceParameters,
  deployGovernance,
  type Governance,
  governorSettings,
  initialSupply,
  timelockDelay,
} from './bulwark/deployGovernance.ts'
export { deployToken } from './bulwark/deployToken.ts'
export { describeRoles, type RoleRow } from './bulwark/describeRoles.ts'
export { renderRoles } from './bulwark/renderRoles.ts'
export { type Role, type RoleName, roles, type Target } from './bulwark/roles.ts'
export { type DeployPriceFeedParameters, deployPriceFeed, type PriceFeed } from './chainlink/deployPriceFeed.ts'
export { deployUptimeFeed } from './chainlink/deployUptimeFeed.ts'
export { loadRounds } from './chainlink/loadRounds.ts'
export { proxyRoundId } from './chainlink/proxyRoundId.ts'
export { reportSequencer } from './chainlink/reportSequencer.ts'
export {
  type FunctionsAnswer,
  type FunctionsNetwork,
  type FunctionsRequest,
  startFunctionsNetwork,
} from './chainlink/startFunctionsNetwork.ts'
export { type SubmitRoundParameters, submitRound } from './chainlink/submitRound.ts'
export { chainTime } from './chainTime.ts'
export { type Actor, type Actors, accountCount, createActors, mnemonic } from './createActors.ts'
export { type Chain, type CreateChainParameters, createChain } from './createChain.ts'
export { type Deployed, type DeployParameters, deploy } from './deploy.ts'
export * from './errors.ts'
export { createRandom, type Random } from './faults/createRandom.ts'
export { type FaultPlan, noFaults } from './faults/FaultPlan.ts'
export {
  type FaultCounts,
  type FaultyNode,
  type StartFaultyNodeParameters,
  startFaultyNode,
} from './faults/startFaultyNode.ts'
export { type FaultyPipe, type StartFaultyPipeParameters, startFaultyPipe } from './faults/startFaultyPipe.ts'
export { increaseTo } from './increaseTo.ts'
export type { Artifact } from './internal/parseArtifact.ts'
export { deployAppealableArbitrator } from './kleros/deployAppealableArbitrator.ts'
export { type Kleros, startKleros } from './kleros/startKleros.ts'
export { type LinkReferences, linkLibraries } from './linkLibraries.ts'
export { readForgeArtifact } from './readForgeArtifact.ts'
export { readPackageArtifact } from './readPackageArtifact.ts'
export { parseRounds, type Round, readRounds, usdcRoundsFile } from './readRounds.ts'
export { type SendParameters, send } from './send.ts'
export { type Anvil, type StartAnvilParameters, startAnvil } from './startAnvil.ts'
export { type DisputeAssertionParameters, disputeAssertion, type UmaRequest } from './uma/disputeAssertion.ts'
export { type ListUmaCurrencyParameters, listUmaCurrency } from './uma/listUmaCurrency.ts'
export { type StartUmaParameters, startUma, type Uma } from './uma/startUma.ts'
export { type VoteOnAssertionParameters, voteOnAssertion } from './uma/voteOnAssertion.ts'
