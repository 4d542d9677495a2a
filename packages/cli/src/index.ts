export { LossListError, UsageError } from './errors.ts'
export { formatProofs, type ProvedLosses, proveLosses } from './proveLosses.ts'
export { type ReadLossListParameters, readLossList } from './readLossList.ts'
