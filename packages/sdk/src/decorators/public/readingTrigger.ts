import { simulateArmReading } from '../../actions/readingTrigger/armReading.ts'
import { getArmedReading } from '../../actions/readingTrigger/getArmedReading.ts'
import { getKeeperTime } from '../../actions/readingTrigger/getKeeperTime.ts'
import { getReading } from '../../actions/readingTrigger/getReading.ts'
import { getReadingLevels } from '../../actions/readingTrigger/getReadingLevels.ts'
import { getReadingSpan } from '../../actions/readingTrigger/getReadingSpan.ts'
import { simulateProveReading } from '../../actions/readingTrigger/proveReading.ts'
import { simulateTakeReading } from '../../actions/readingTrigger/takeReading.ts'

/** The reads and simulations of `actions/readingTrigger`. */
export const readingTriggerReads = {
  getArmedReading,
  getKeeperTime,
  getReading,
  getReadingLevels,
  getReadingSpan,
  simulateArmReading,
  simulateProveReading,
  simulateTakeReading,
} as const
