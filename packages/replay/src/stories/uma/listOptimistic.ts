import { type Deployed, listUmaCurrency, type Uma } from '@bulwark/testkit'
import type { Stage } from '../Stage.ts'
import { day } from '../time.ts'
import type { ListParameters } from '../types.ts'

/** What is listed under UMA's judgement. */
export type OptimisticListing = Pick<ListParameters, 'wording' | 'summary' | 'rate' | 'terms'> & {
  name: string
  /** Token of both bonds, and what a claim costs who is wrong; units. */
  currency: Deployed
  bond: bigint
  umaBond: bigint
  /** Seconds in which an assertion can be disputed. */
  liveness: number
}

/** UMA's contracts on a stage whose story asked for them. */
export const umaOf = (stage: Stage): Uma => stage.uma as Uma

/** Has UMA take the currency, and creates a listing that `Optimistic` rules. */
export async function listOptimistic(stage: Stage, listing: OptimisticListing): Promise<void> {
  const { name, currency, bond, umaBond, liveness, terms, ...told } = listing
  await stage.setTime()
  await listUmaCurrency(umaOf(stage), { currency: currency.address, finalFee: umaBond / 2n })
  await stage.sync()
  await stage.list(name, {
    ...told,
    trigger: stage.bulwark.optimistic as Deployed,
    config: { currency: currency.address, bond: umaBond, maxBond: 10n * umaBond, liveness },
    terms: { bondToken: currency.address, bond, eventWindow: 3 * day, ...terms },
  })
}
