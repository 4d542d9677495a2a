import { capital } from './capital.ts'
import { changes } from './changes.ts'
import { courtVotes } from './courtVotes.ts'
import { exitQueue } from './exitQueue.ts'
import { funding } from './funding.ts'
import { leafLoss } from './leafLoss.ts'
import { priceFeedTrigger } from './priceFeedTrigger.ts'
import { pricing } from './pricing.ts'
import { provenLoss } from './provenLoss.ts'
import { readingTrigger } from './readingTrigger.ts'
import { reportTable } from './reportTable.ts'
import { sales } from './sales.ts'
import { solvency } from './solvency.ts'
import { streams } from './streams.ts'
import type { VectorFile } from './table.ts'

/** Every file of vectors: one for each Solidity library or trigger that has a twin. */
export const vectorFiles: readonly VectorFile[] = [
  solvency,
  pricing,
  streams,
  capital,
  funding,
  exitQueue,
  sales,
  changes,
  priceFeedTrigger,
  readingTrigger,
  reportTable,
  provenLoss,
  leafLoss,
  courtVotes,
]

/** Where a file of vectors lies: with the contracts, whose tests may read nothing else. */
export function vectorPath({ name }: VectorFile): string {
  return new URL(`../../../../contracts/test/vectors/${name}.json`, import.meta.url).pathname
}
