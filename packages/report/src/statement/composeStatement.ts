import { wad } from '@bulwark/risk/exact'
import type { PoolFacts } from '../facts/types.ts'
import type { SolvencyStatement, StatedAnswer, StatedIdentity, StatedRequirement } from '../types.ts'
import { mulDiv, sumOf } from './arithmetic.ts'
import { type Capital, levelOf, recomputeCapital } from './recomputeCapital.ts'
import { type Requirement, recomputeRequirement } from './recomputeRequirement.ts'
import { stateChecks } from './stateChecks.ts'
import { stateClaims } from './stateClaims.ts'
import { stateExposures } from './stateExposures.ts'
import { stateLimits } from './stateLimits.ts'
import { stateLiquidity } from './stateLiquidity.ts'

/**
 * Makes the statement out of what a node said: every figure from its parts, beside the contract's own answer. Pure.
 *
 * @example
 * const statement = composeStatement(await readPoolFacts(client, { pool, covers, blockNumber }))
 */
export function composeStatement(facts: PoolFacts): SolvencyStatement {
  const { books, balance, supply, queued } = facts
  const requirement = recomputeRequirement(facts)
  const capital = recomputeCapital(facts, requirement.scr)
  const { ledger, fees } = books
  const setAside = sumOf(books.claimables, ({ assets }) => assets)
  const worth = (nominal: bigint) => mulDiv(nominal, ledger.scale, wad).toString()
  return {
    kind: 'bulwark-solvency-statement',
    version: 1,
    ...identityOf(facts),
    assets: {
      balance: balance.toString(),
      cash: ledger.cash.toString(),
      beyondLedger: (balance - ledger.cash).toString(),
    },
    liabilities: {
      unearnedPremium: capital.unearned.toString(),
      unvestedGains: capital.unvested.toString(),
      reserves: {
        full: capital.full.toString(),
        partial: capital.partial.toString(),
        funded: capital.funded.toString(),
        granted: capital.granted.toString(),
        open: capital.open.toString(),
        beyond: capital.beyond.toString(),
      },
      owed: {
        exitsSetAside: worth(setAside),
        kept: worth(sumOf(books.kept, ({ amount }) => amount)),
        protocolFees: worth(fees.protocol),
        curatorFees: worth(fees.curator),
        total: capital.owed.toString(),
      },
      scale: ledger.scale.toString(),
      total: (capital.unearned + capital.unvested + capital.funded + capital.owed).toString(),
    },
    ownFunds: {
      high: capital.high.toString(),
      low: capital.low.toString(),
      backing: capital.backing.toString(),
      priceBacking: capital.priceBacking.toString(),
      priceLevel: capital.level.toString(),
      shares: supply.toString(),
      queuedShares: queued.toString(),
      shareAtHigh: capital.shareAtHigh.toString(),
      shareAtLow: capital.shareAtLow.toString(),
    },
    requirement: requirementOf(facts, requirement, capital),
    exposures: stateExposures(facts),
    liquidity: stateLiquidity(facts, capital),
    claims: stateClaims(facts),
    rates: facts.rates.map(({ listing, rate, postedAt, postedAtBlock, ...hashes }) => ({
      ...{ listing: listing.toString(), rate: rate.toString(), postedAt: postedAt.toString() },
      postedAtBlock: postedAtBlock?.toString() ?? null,
      ...hashes,
    })),
    limits: stateLimits(facts),
    checks: stateChecks(facts, { capital, requirement }),
    answers: answersOf(facts, requirement, capital),
    evidence: facts.evidence,
  }
}

function identityOf({ identity, books, journalLength }: PoolFacts): StatedIdentity {
  const { block, contracts, chainId, genesisHash } = identity
  return {
    chain: { id: chainId, genesisHash },
    block: {
      ...{ number: block.number.toString(), hash: block.hash, timestamp: block.timestamp.toString() },
      time: new Date(Number(block.timestamp) * 1000).toISOString(),
    },
    contracts,
    pool: {
      ...{ number: identity.number.toString(), createdAtBlock: identity.createdAtBlock.toString() },
      ...{ name: identity.name, symbol: identity.symbol, curator: books.curator, asset: identity.asset },
      ...{ grain: identity.grain.toString(), cooldown: identity.cooldown.toString(), kappa: identity.kappa.toString() },
      journal: { cursor: books.reserves.cursor.toString(), length: journalLength.toString() },
      ruined: books.reserves.ruined,
    },
  }
}

function requirementOf(facts: PoolFacts, requirement: Requirement, { high, low }: Capital): StatedRequirement {
  const { books, identity } = facts
  const scr = requirement.scr * identity.grain
  const ratio = (funds: bigint) => (scr === 0n ? null : mulDiv(funds, wad, scr).toString())
  const classes = requirement.classes.map(({ class: index, q, a, s }) => ({
    class: index,
    rho: (books.classes[index]?.rho ?? 0n).toString(),
    maxLossProbability: (books.classes[index]?.maxLossProbability ?? 0n).toString(),
    ...{ q: q.toString(), a: a.toString(), s: s.toString() },
    groups: books.groups
      .filter((group) => group.class === index)
      .map(({ group, limit }) => ({
        group: group.toString(),
        net: (requirement.net.get(`${index}:${group}`) ?? 0n).toString(),
        gross: (requirement.gross.get(`${index}:${group}`) ?? 0n).toString(),
        limit: limit.toString(),
      })),
  }))
  return {
    ...{ scr: scr.toString(), scrGrains: requirement.scr.toString(), r: identity.r.toString() },
    ...{ sumS: requirement.sumS.toString(), sumS2: requirement.sumS2.toString(), classes },
    ...{ ratioHigh: ratio(high), ratioLow: ratio(low), surplus: (high - scr).toString() },
  }
}

/** Each figure that the contract answers itself, beside the recomputed one. */
function answersOf(facts: PoolFacts, requirement: Requirement, capital: Capital): StatedAnswer[] {
  const { capital: contract, incidents, books, identity } = facts
  const pairs: [string, bigint, bigint][] = [
    ['assets.cash', capital.cash, contract.cash],
    ['liabilities.unearnedPremium', capital.unearned, contract.unearned],
    ['liabilities.unvestedGains', capital.unvested, contract.unvested],
    ['liabilities.reserves.funded', capital.funded, contract.funded],
    ['liabilities.reserves.open', capital.open, contract.openReserve],
    ['liabilities.owed.total', capital.owed, contract.owed],
    ['ownFunds.high', capital.high, contract.high],
    ['ownFunds.low', capital.low, contract.low],
    ['ownFunds.backing', capital.backing, contract.backing],
    ['ownFunds.priceBacking', capital.priceBacking, contract.priceBacking],
    ['ownFunds.priceLevel', capital.level, contract.level],
    ['requirement.scr', requirement.scr * identity.grain, contract.scr],
    ...incidents.map(({ grant, funding }, index): [string, bigint, bigint] => {
      return [`claims.incidents[${index}].level`, levelOf(books, grant), funding]
    }),
  ]
  return pairs.map(([figure, recomputed, answer]) => ({
    ...{ figure, recomputed: recomputed.toString(), contract: answer.toString() },
    equal: recomputed === answer,
  }))
}
