export * from './createLogger.ts'
export * from './errors.ts'
export * from './readDeployment.ts'
