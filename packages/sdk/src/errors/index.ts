export * from './access.ts'
export * from './accessManager.ts'
export * from './arithmetic.ts'
export {
  BulwarkError,
  type BulwarkErrorOptions,
  ContractError,
  type ContractErrorArgs,
  type ContractErrorName,
  type ContractErrorOptions,
} from './base.ts'
export * from './capital.ts'
export * from './changes.ts'
export * from './consent.ts'
export { contractErrors } from './contractErrors.ts'
export * from './court.ts'
export * from './covers.ts'
export * from './facts.ts'
export * from './governance.ts'
export * from './governanceToken.ts'
export * from './incidents.ts'
export * from './leaves.ts'
export * from './listings.ts'
export * from './lossProofs.ts'
export * from './membersAppeal.ts'
export * from './optimistic.ts'
export * from './priceFeedTrigger.ts'
export * from './proofs.ts'
export * from './proofTerms.ts'
export * from './proofTokens.ts'
export * from './rates.ts'
export * from './readingTrigger.ts'
export * from './reportTrigger.ts'
export * from './sales.ts'
export * from './salvage.ts'
export * from './timelock.ts'
export { decodeBulwarkError, toBulwarkError } from './toBulwarkError.ts'
export * from './tokens.ts'
export * from './wording.ts'
