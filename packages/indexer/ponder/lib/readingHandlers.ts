import type { markedTriggerAbi, readingTriggerAbi } from '@bulwark/sdk/abis'
import type { Handlers } from './types.ts'
import { arm, follow, observe } from './watch.ts'

/** What the triggers that read a contract's own state have in common. */
export const readingHandlers: Handlers<typeof readingTriggerAbi> = {
  Armed: (event) => {
    const { loss, whole } = event.args
    return arm(event, { loss, whole, readAt: event.timestamp })
  },
  Proven: (event) => {
    const { loss, whole, ratio } = event.args
    return follow(event, { status: 'proven', loss, whole, ratio, endedAt: event.timestamp })
  },
  ReadingTaken: (event) => {
    const { loss, whole } = event.args
    return follow(event, { loss, whole, readAt: event.timestamp })
  },
  SpanEnded: (event) => follow(event, { status: 'ended', reason: event.args.reason, endedAt: event.timestamp }),
}

/** And those that measure against a mark. */
export const markedHandlers: Handlers<typeof markedTriggerAbi> = {
  ...readingHandlers,
  Observed: (event) => {
    const { value, level } = event.args
    return observe(event, { value, level, observedAt: event.timestamp })
  },
}
