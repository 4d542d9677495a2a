export * from './errors.ts'
export { type Configuration, parseConfiguration } from './parseConfiguration.ts'
export { type Api, type StartApiParameters, startApi } from './startApi.ts'
