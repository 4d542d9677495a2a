import { expect, test } from 'vitest'
import { toApiError } from '../src/http/toApiError.ts'

test.each(['3D000', '57P01', '53300', '08006'])('behavior: %s of PostgreSQL passes by itself', (code) => {
  const { code: said, status } = toApiError(Object.assign(new TypeError('gone'), { code }))
  expect({ said, status }).toEqual({ said: 'database-unavailable', status: 503 })
})
