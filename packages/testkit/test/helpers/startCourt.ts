import {
  type Abi,
  type Address,
  type Hex,
  keccak256,
  parseEther,
  parseEventLogs,
  stringToHex,
  zeroAddress,
  zeroHash,
} from 'viem'
import {
  type Actor,
  type Anvil,
  type Bulwark,
  type Chain,
  chainTime,
  courtParameters,
  createPool,
  type Deployed,
  deployBulwark,
  deployToken,
  increaseTo,
  send,
  startAnvil,
} from '../../src/index.ts'

export const day = 86_400
export const wad = 10n ** 18n
/** The whole ratio asserted, in billionths. */
export const full = 1_000_000_000
/** What one cover insures, in dollars of 6 decimals. */
export const amount = 10_000_000_000n

/** Bulwark with its court on an anvil of its own, and short ways through a case. */
export type CourtWorld = {
  readonly chain: Chain
  readonly bulwark: Bulwark
  readonly usd: Deployed
  read<T>(contract: Deployed, functionName: string, args: readonly unknown[]): Promise<T>
  call(
    contract: Deployed,
    functionName: string,
    args: readonly unknown[],
    options?: { account?: Actor; value?: bigint },
  ): ReturnType<typeof send>
  /** A listing whose appeals go to `arbitrator`, a pool that backs it and a cover that was sold. */
  sell(arbitrator: Address, extraData?: Hex): Promise<{ pool: Deployed; listing: bigint; cover: bigint }>
  /** A claim of everything, opened, committed, revealed: its award can be appealed. */
  judge(sold: { pool: Deployed; listing: bigint }, awards: readonly number[]): Promise<bigint>
  wait(seconds: number): Promise<void>
  stop(): Promise<void>
}

/** Starts an anvil, deploys Bulwark and the court, and has three assessors stake. */
export async function startCourt(): Promise<CourtWorld> {
  const anvil: Anvil = await startAnvil({ timestamp: 1_700_000_000 })
  const { chain } = anvil
  const { deployer, treasury, curator, keeper, ratePoster, underwriters, holders, assessors } = chain.actors
  let errors: Abi = []
  const call: CourtWorld['call'] = (contract, functionName, args, { account = deployer, value = 0n } = {}) =>
    send(chain, { ...contract, functionName, args, account, value, errors })
  const read = <T>(contract: Deployed, functionName: string, args: readonly unknown[]) =>
    chain.public.readContract({ ...contract, functionName, args }) as Promise<T>
  const wait = async (seconds: number) => increaseTo(chain, (await chainTime(chain)) + seconds)

  const usd = await deployToken(chain, { name: 'Test dollar', symbol: 'TUSD', decimals: 6 })
  const bulwark = await deployBulwark(chain, {
    configure: async ({ court }) => {
      await call(court, 'setStakeValue', [usd.address, 1_000_000n])
    },
  })
  const { court, token, listings, incidents } = bulwark
  errors = [...incidents.abi, ...listings.abi, ...court.abi].filter(({ type }) => type === 'error')
  for (const account of assessors.slice(0, 3)) {
    await call(token, 'transfer', [account.address, parseEther('10000')], { account: treasury })
    await call(token, 'approve', [court.address, parseEther('10000')], { account })
    await call(court, 'stake', [parseEther('10000')], { account })
  }
  const fund = async (account: Actor, spender: Address, assets: bigint) => {
    await call(usd, 'mint', [account.address, assets])
    await call(usd, 'approve', [spender, assets], { account })
  }
  const numberIn = (abi: Abi, logs: Parameters<typeof parseEventLogs>[0]['logs'], eventName: string, name: string) => {
    const [log] = parseEventLogs({ abi, logs, eventName })
    return (log as unknown as { args: Record<string, bigint> }).args[name] as bigint
  }

  return {
    ...{ chain, bulwark, usd, call, read, wait },
    async sell(arbitrator, extraData = '0x') {
      const terms = {
        ...{ adjudicator: court.address, secondAdjudicator: zeroAddress, lossProof: 0, proofTerms: zeroHash },
        ...{
          keyed: false,
          personal: false,
          maxRatio: wad,
          deductible: 0n,
          waiting: 0,
          grace: 7 * day,
          eventWindow: 3 * day,
        },
        ...{ minPeriod: day, maxPeriod: 365 * day, minRate: 0n, maxRate: wad, bondToken: usd.address },
        ...{ bond: 100_000_000n, finderReward: 0, settlerReward: 0, family: 0 },
      }
      const config = { arbitrator, arbitrationTime: 30 * day, repayShare: 3_000, extraData }
      const receipt = await call(court, 'createListing', [terms, stringToHex('Key theft.'), 'ipfs://meta', config])
      const listing = numberIn(listings.abi, receipt.logs, 'ListingCreated', 'listing')
      await call(listings, 'postRates', [[{ listing, rate: wad / 50n }], zeroHash, zeroHash], { account: ratePoster })
      const classes = [{ rho: wad / 2n, maxLossProbability: wad / 5n }]
      const pool = await createPool(bulwark, { asset: usd.address, name: 'Hacks', symbol: 'HACK', classes })
      const limit = 10n ** 15n
      await call(pool, 'setBacking', [listing, 0, 1, limit], { account: curator })
      await call(pool, 'setGroupLimit', [0, 1, limit], { account: curator })
      await call(pool, 'setAdjudicatorLimit', [court.address, limit], { account: curator })
      const [underwriter] = underwriters
      await fund(underwriter, pool.address, 10n ** 12n)
      await call(pool, 'deposit', [10n ** 12n, underwriter.address], { account: underwriter })
      const [holder] = holders
      const purchase = {
        ...{ listing, duration: 90 * day, amount, owner: holder.address, account: zeroAddress, quote: '0x' },
        ...{ maxPremium: amount, deadline: 2n ** 32n, referrer: zeroAddress, referrerFee: 0 },
      }
      await fund(holder, pool.address, amount)
      const bought = await call(pool, 'buy', [purchase], { account: holder })
      const [log] = parseEventLogs({ abi: bulwark.covers.abi, logs: bought.logs, eventName: 'Transfer' })
      await wait(day)
      return { pool, listing, cover: BigInt(log?.topics[3] ?? 0) }
    },
    async judge({ pool, listing }, awards) {
      await fund(keeper, incidents.address, 100_000_000n)
      const lossTime = (await chainTime(chain)) - 3_600
      const facts = {
        listing,
        key: zeroHash,
        lossTime,
        ratio: wad,
        root: zeroHash,
        lossSum: 0n,
        evidence: '0x',
        pool: pool.address,
      }
      const assertion = await call(incidents, 'assertLoss', [facts], { account: keeper })
      const incident = numberIn(incidents.abi, assertion.logs, 'IncidentOpened', 'incident')
      await call(court, 'openCase', [incident, pool.address])
      const { evidenceTime, answerTime, commitTime, revealTime } = courtParameters
      await wait(evidenceTime + answerTime)
      const reason = keccak256(stringToHex('because'))
      for (const [i, award] of awards.entries()) {
        const account = assessors[i] as Actor
        const commitment = await read(court, 'commitmentOf', [incident, account.address, award, reason, zeroHash])
        await call(court, 'commit', [incident, commitment], { account })
      }
      await wait(commitTime)
      for (const [i, award] of awards.entries()) {
        await call(court, 'reveal', [incident, award, reason, zeroHash], { account: assessors[i] as Actor })
      }
      await wait(revealTime)
      return incident
    },
    stop: () => anvil.stop(),
  }
}
