export {
  type ApiClient,
  type ApiItem,
  type ApiList,
  type ApiOperation,
  type ApiQuestion,
  type CreateApiClientParameters,
  createApiClient,
} from './createApiClient.ts'
export { type ApiProblem, ApiProblemError, ApiUnreachableError } from './errors.ts'
export { type ApiOperations, type ApiSchemas, apiPaths } from './generated.ts'
