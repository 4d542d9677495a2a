import { bps, maxReferrerFee } from '../constants.ts'
import { driftedLevel } from '../driftedLevel.ts'
import { CapacityExceededError, FeeAboveCapError } from '../errors.ts'
import { netPremiumUp } from '../netPremiumUp.ts'
import type { PoolSnapshot, Premium } from '../poolPremium.ts'
import { divUp, mulDivDown } from './mulDiv.ts'
import { checked, uint } from './uint.ts'

/** One sale, once it is known what it requires. */
type SalePremiumParameters = {
  pool: PoolSnapshot
  timestamp: bigint
  keyed: boolean
  rate: bigint
  /** Sum insured, grains. */
  grains: bigint
  /** How long the risk runs, seconds. */
  time: bigint
  /** How long the capital is tied up, seconds. */
  capitalTime: bigint
  /** Requirement before, grains. */
  scr0: bigint
  /** Requirement after, grains. */
  scr1: bigint
  protocolFee: bigint
  referrerFee: bigint
}

/** Refuses what requires more than backs it: ⌊Low·(shares − queued) / shares⌋. Twin of `Selling.requireCapital`. */
export function requireBacking(pool: PoolSnapshot, scr: bigint): void {
  const required = scr * pool.grain
  const available =
    pool.supply === 0n ? 0n : mulDivDown(uint(pool.low, 128, 'low'), checked(pool.supply - pool.queued), pool.supply)
  if (required > available) throw new CapacityExceededError({ required, available })
}

/** The premium and what is charged on top of it, units. Twin of `Selling.price`. */
export function salePremium(parameters: SalePremiumParameters): Premium {
  const { pool, timestamp, grains, referrerFee, ...rest } = parameters
  if (referrerFee > maxReferrerFee) throw new FeeAboveCapError({ fee: referrerFee, cap: maxReferrerFee })
  const { level, utilisation, moved } = pool.curve
  const net = netPremiumUp({
    ...rest,
    kappa: pool.kappa,
    amount: grains,
    level: driftedLevel({ level, utilisation, elapsed: checked(timestamp - moved) }),
    b: pool.priceBacking / pool.grain,
    grain: pool.grain,
  })
  const fee = (rateOfFee: bigint) => divUp(checked(net * rateOfFee), bps)
  const fees = {
    protocolFee: fee(parameters.protocolFee),
    curatorFee: fee(pool.curatorFee),
    referrerFee: fee(referrerFee),
  }
  return { net, ...fees, total: net + fees.protocolFee + fees.curatorFee + fees.referrerFee }
}
