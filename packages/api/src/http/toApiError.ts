import { ApiError } from '../errors.ts'

/** PostgreSQL's codes of what passes by itself; `3D` is a database that is being restored. */
const cancelled = new Set(['57014', '25P03'])
const unavailable = /^(08|53|57P|3D)/
const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', 'EPIPE'])

/**
 * The {@link ApiError} that a failure amounts to; nothing of its text or stack reaches the client unless it is one.
 *
 * @example
 * const error = toApiError(cause)
 */
export function toApiError(cause: unknown): ApiError {
  if (cause instanceof ApiError) return cause
  const { code, message } = (cause ?? {}) as { code?: unknown; message?: unknown }
  const retry = { 'Retry-After': '2' }
  if (typeof code === 'string') {
    if (cancelled.has(code)) return new ApiError({ code: 'too-slow', headers: retry, cause })
    if (unavailable.test(code) || network.has(code)) {
      return new ApiError({ code: 'database-unavailable', headers: retry, cause })
    }
    // A schema or table that is gone: the indexer is rebuilding it.
    if (code === '42P01' || code === '3F000') return new ApiError({ code: 'not-ready', headers: retry, cause })
  }
  if (typeof message === 'string' && /^Query read timeout$/.test(message)) {
    return new ApiError({ code: 'too-slow', headers: retry, cause })
  }
  if (typeof message === 'string' && /Connection terminated|timeout exceeded when trying to connect/.test(message)) {
    return new ApiError({ code: 'database-unavailable', headers: retry, cause })
  }
  return new ApiError({ code: 'internal', cause })
}
