import { expect, test } from 'vitest'
import * as mirror from '../../src/mirror/index.ts'

test('behavior: the public surface', () => {
  expect(Object.keys(mirror).sort()).toEqual([
    'MirrorDivergedError',
    'MirrorError',
    'MissingRecordError',
    'PoolDivergedError',
    'applyPoolEvent',
    'capitalAt',
    'coverRefundAt',
    'coverUnearnedAt',
    'createMemoryStore',
    'fundingOf',
    'loadCover',
    'loadPool',
    'loadRiskSnapshot',
    'poolSnapshotAt',
    'riskIdOf',
    'shareValueAt',
  ])
})
