import { simulateCreatePool } from '../../actions/factory/createPool.ts'
import { getCreationCodeHash } from '../../actions/factory/getCreationCodeHash.ts'
import { getFactoryAuthority } from '../../actions/factory/getFactoryAuthority.ts'
import { getFactoryBounds } from '../../actions/factory/getFactoryBounds.ts'
import { getNewPoolBounds } from '../../actions/factory/getNewPoolBounds.ts'
import { getPoolCount } from '../../actions/factory/getPoolCount.ts'
import { simulateSetNewPoolBounds } from '../../actions/factory/setNewPoolBounds.ts'

/** The reads and simulations of `actions/factory`. */
export const factoryReads = {
  getCreationCodeHash,
  getFactoryAuthority,
  getFactoryBounds,
  getNewPoolBounds,
  getPoolCount,
  simulateCreatePool,
  simulateSetNewPoolBounds,
} as const
