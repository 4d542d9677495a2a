import {
  getArmedIncident,
  getTriggerConfig,
  type PreparedCall,
  prepareArm,
  prepareArmAndProve,
  prepareProve,
  prepareRecoverSpan,
  type TriggerConfig,
} from '@bulwark/sdk'
import { formatEther, formatUnits, parseAbi } from 'viem'
import { readContract } from 'viem/actions'
import { NotFoundError, UsageError } from '../errors.ts'
import { parseCount } from '../parse/parseCount.ts'
import { optionOf } from '../program/inputs.ts'
import type { Context } from '../program/types.ts'
import type { Connection } from './connect.ts'
import { moment, span } from './format.ts'
import type { TriggerMove, TriggerPlace } from './planTrigger.ts'
import { simulateStep } from './simulateSteps.ts'

const feedAbi = parseAbi([
  'function latestRoundData() view returns (uint80, int256, uint256, uint256, uint80)',
  'function getRoundData(uint80) view returns (uint80, int256, uint256, uint256, uint80)',
])

type Round = { readonly id: bigint; readonly answer: bigint; readonly at: bigint }

/** A fall, from its first round on. */
type Fall = {
  readonly recovered: Round
  readonly first: Round
  /** The round that shows that it lasted long enough. */
  readonly closing: Round | undefined
  /** The round that ended it before. */
  readonly end: Round | undefined
}

/**
 * Finds out what a price feed trigger can be shown next: the newest fall that is not ruled yet, among the feed's rounds.
 *
 * @throws {UsageError} if the listing compares with earlier prices: its keeper finds the rounds.
 * @throws {NotFoundError} if there is no such fall.
 * @example
 * const { step } = await planPriceFeed(context, connection, place)
 */
export async function planPriceFeed(
  context: Context,
  connection: Connection,
  { listing, trigger, pool, fee, from }: TriggerPlace,
): Promise<TriggerMove> {
  const { client } = connection
  const at = { priceFeedTrigger: trigger, listing }
  const config = await getTriggerConfig(client, at)
  if (config.lookback !== 0n) {
    throw new UsageError(`Listing ${listing} compares with earlier prices.`, { advice: 'The keeper proves it.' })
  }
  const most = parseCount(optionOf(context, 'rounds') ?? '1000', { what: 'number of rounds', least: 2n, most: 50_000n })
  const done = context.talk.wait('Reading the feed')
  const rounds = await readRounds(connection, config, Number(most)).finally(done)
  const falls = findFalls(rounds, config).reverse()
  let refused: unknown
  for (const fall of falls) {
    const { recovered, first, closing, end } = fall
    const incident = await getArmedIncident(client, { ...at, firstRound: first.id })
    const rounds = { recovered: recovered.id, firstRound: first.id }
    const move = moveOf()
    if (move === undefined) continue
    const step = { label: move.label, contract: 'PriceFeedTrigger', call: move.call }
    try {
      await simulateStep(connection, from, step)
    } catch (error) {
      refused ??= error
      continue
    }
    const price = (level: bigint) => formatUnits(level, config.decimals)
    return {
      label: move.name,
      step,
      facts: [
        ['fell', `${price(first.answer)} at ${moment(first.at)} (round ${first.id})`],
        ['strike', `${price(config.strike)} for ${span(config.persistence)}`],
        ...(incident === 0n ? [] : [['incident', String(incident)] as const]),
        ...(move.call.value === 0n ? [] : [['trigger fee', `${formatEther(fee)} ETH, returned if granted`] as const]),
      ],
    }

    function moveOf(): { name: string; label: string; call: PreparedCall } | undefined {
      if (incident !== 0n && closing !== undefined) {
        const call = prepareProve({ priceFeedTrigger: trigger, incident, closingRound: closing.id })
        return { name: 'prove', label: 'prove the fall', call }
      }
      if (incident !== 0n && end !== undefined) {
        const call = prepareRecoverSpan({ priceFeedTrigger: trigger, incident, round: end.id })
        return { name: 'recover', label: 'show that it recovered', call }
      }
      if (incident !== 0n) return undefined
      if (closing !== undefined) {
        const call = prepareArmAndProve({ ...at, ...rounds, closingRound: closing.id, pool, fee })
        return { name: 'arm and prove', label: 'arm the trigger and prove the fall', call }
      }
      if (end !== undefined) return undefined
      return { name: 'arm', label: 'arm the trigger', call: prepareArm({ ...at, ...rounds, pool, fee }) }
    }
  }
  if (refused !== undefined) throw refused
  throw new NotFoundError(`The feed shows no fall that is still to be shown, in ${rounds.length} rounds.`, {
    advice: falls.length > 0 ? 'The last one is armed: prove it when it has lasted long enough.' : undefined,
  })
}

/** The newest rounds of the feed's phase, the oldest first. */
async function readRounds({ client }: Connection, config: TriggerConfig, most: number): Promise<readonly Round[]> {
  const feed = { abi: feedAbi, address: config.feed }
  const [newest] = await readContract(client, { ...feed, functionName: 'latestRoundData' })
  const phase = (newest >> 64n) << 64n
  const rounds: Round[] = []
  for (let id = newest; id > phase && rounds.length < most; ) {
    const ids = Array.from({ length: 100 }, (_, back) => id - BigInt(back)).filter((wanted) => wanted > phase)
    const read = await Promise.all(
      ids.map((wanted) =>
        readContract(client, { ...feed, functionName: 'getRoundData', args: [wanted] }).catch(() => undefined),
      ),
    )
    for (const data of read) {
      if (data === undefined) continue
      const [found, answer, , at, answeredIn] = data
      // A round that was carried over, or holds no price, states none of its own.
      if (answer > 0n && at > 0n && BigInt.asUintN(64, answeredIn) === BigInt.asUintN(64, found)) {
        rounds.push({ id: found, answer, at })
      }
    }
    id -= 100n
  }
  return rounds.reverse()
}

function findFalls(rounds: readonly Round[], config: TriggerConfig): Fall[] {
  const { strike, recovery, direction, heartbeat, persistence } = config
  const beyond = ({ answer }: Round) => (direction === 'fall' ? answer < strike : answer > strike)
  const isBack = ({ answer }: Round) => (direction === 'fall' ? answer >= recovery : answer <= recovery)
  const falls: Fall[] = []
  let recovered = rounds[0]
  let fall: Fall | undefined
  for (const [index, round] of rounds.entries()) {
    const before = rounds[index - 1]
    const gap = before !== undefined && round.at - before.at > heartbeat + 3_600n
    if (fall !== undefined && fall.closing === undefined && !gap && round.at >= fall.first.at + persistence) {
      fall = { ...fall, closing: round }
      falls[falls.length - 1] = fall
    }
    if (gap || isBack(round)) {
      if (fall !== undefined && fall.closing === undefined) falls[falls.length - 1] = { ...fall, end: round }
      fall = undefined
      recovered = round
    }
    if (fall === undefined && recovered !== undefined && beyond(round) && !isRuled(falls.at(-1), recovered)) {
      fall = { recovered, first: round, closing: undefined, end: undefined }
      falls.push(fall)
    }
  }
  return falls
}

/** One ruling until recovery. */
const isRuled = (last: Fall | undefined, recovered: Round) =>
  last?.closing !== undefined && recovered.at <= last.first.at
