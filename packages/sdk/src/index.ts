export * from './abis/index.ts'
export * from './actions/index.ts'
export * from './api/index.ts'
export { type BulwarkPublicActions, bulwarkPublicActions } from './decorators/bulwarkPublicActions.ts'
export { type BulwarkWalletActions, bulwarkWalletActions } from './decorators/bulwarkWalletActions.ts'
export * from './deployment/index.ts'
export * from './errors/index.ts'
export type { BulwarkAddresses } from './internal/bind.ts'
export type { ReadErrorType, ReadOptions } from './internal/read.ts'
export type { ProposalCall } from './internal/splitCalls.ts'
export type {
  PreparedCall,
  SimulateErrorType,
  SimulateOptions,
  SimulateReturnType,
  WriteErrorType,
  WriteOptions,
} from './internal/write.ts'
export * from './proofs/index.ts'
export * from './types/court.ts'
export * from './types/cover.ts'
export * from './types/deployment.ts'
export * from './types/governance.ts'
export * from './types/incident.ts'
export * from './types/leaf.ts'
export * from './types/listing.ts'
export * from './types/optimistic.ts'
export * from './types/pool.ts'
export * from './types/proof.ts'
export * from './types/reading.ts'
export * from './types/report.ts'
export * from './types/trigger.ts'
export * from './utils/index.ts'
