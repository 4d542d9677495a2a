import {
  deficitTriggerAbi,
  frozenTriggerAbi,
  optimisticAbi,
  priceFeedTriggerAbi,
  reserveTriggerAbi,
  vaultLossTriggerAbi,
} from '@bulwark/sdk/abis'
import { markedHandlers, readingHandlers } from '../lib/readingHandlers.ts'
import { register } from '../lib/register.ts'
import { arm, follow, listTrigger, observe } from '../lib/watch.ts'
import { assertions } from '../ponder.schema.ts'

register('priceFeedTrigger', priceFeedTriggerAbi, {
  Advanced: (event) => follow(event, { cursor: event.args.cursor, integral: event.args.integral }),
  Armed: (event) => {
    const { firstRound, firstTime, level } = event.args
    return arm(event, { firstRound, firstTime, level })
  },
  PhaseNoted: (event) => observe(event, { phase: event.args.phase, phaseSince: event.args.since }),
  Proven: (event) => {
    const { closingRound, move, ratio } = event.args
    return follow(event, { status: 'proven', closingRound, move, ratio, endedAt: event.timestamp })
  },
  SpanEnded: (event) => {
    const { round: closingRound, reason } = event.args
    return follow(event, { status: 'ended', closingRound, reason, endedAt: event.timestamp })
  },
  TriggerListed: (event) => listTrigger(event, 'priceFeed', event.args.config),
})

register('vaultLossTrigger', vaultLossTriggerAbi, {
  ...markedHandlers,
  TriggerListed: (event) => {
    const { config, lossesApart } = event.args
    return listTrigger(event, 'vaultLoss', { ...config, lossesApart })
  },
})

register('deficitTrigger', deficitTriggerAbi, {
  ...markedHandlers,
  TriggerListed: (event) => listTrigger(event, 'deficit', { ...event.args.config, ruled: event.args.ruled }),
})

register('reserveTrigger', reserveTriggerAbi, {
  ...markedHandlers,
  TriggerListed: (event) => listTrigger(event, 'reserve', event.args.config),
})

register('frozenTrigger', frozenTriggerAbi, {
  ...readingHandlers,
  FoundFree: (event) => observe(event, { thawsAt: event.args.thaws }),
  FoundFrozen: (event) => observe(event, { frozenAt: event.timestamp, thawsAt: null }),
  OutageProven: (event) => follow(event, {}),
  Thawed: (event) => observe(event, { frozenAt: null, thawsAt: null }),
  TriggerListed: (event) => listTrigger(event, 'frozen', event.args.config),
})

register('optimistic', optimisticAbi, {
  OptimisticListed: (event) => listTrigger(event, 'optimistic', event.args.config),
  RefusalNoted: ({ args }) => ({ incident: args.incident }),
  TruthAsserted: async ({ args, address: adjudicator, chainId, db, place, timestamp: assertedAt }) => {
    const { incident, assertionId, asserter, bond } = args
    const row = { adjudicator, asserter, bond, status: 'asserted' as const, assertedAt }
    await db.insert(assertions).values({ chainId, assertionId, incident, ...row, ...place })
    return { incident, account: asserter, amount: bond }
  },
  TruthDisputed: async ({ args, chainId, db }) => {
    const { incident, assertionId } = args
    await db.update(assertions, { chainId, assertionId }).set({ status: 'disputed' })
    return { incident }
  },
  TruthResolved: async ({ args, chainId, db, timestamp: resolvedAt }) => {
    const { incident, assertionId, upheld } = args
    await db.update(assertions, { chainId, assertionId }).set({ status: upheld ? 'upheld' : 'rejected', resolvedAt })
    return { incident }
  },
})
