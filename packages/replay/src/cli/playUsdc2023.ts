import { readRounds, usdcRoundsFile } from '@bulwark/testkit'
import type { StoryReport } from '../stories/types.ts'
import type { StoryEvent } from '../usdc2023/events.ts'
import { Narrator } from '../usdc2023/Narrator.ts'
import { type RunReturnType, runUsdc2023 } from '../usdc2023/run.ts'
import { shiftOf } from '../usdc2023/shiftOf.ts'
import { summarise } from '../usdc2023/summarise.ts'

/** The parameters of {@link playUsdc2023}. */
export type PlayUsdc2023Parameters = {
  csv?: string | undefined
  port?: number | undefined
  /** Leaves the chain running. */
  keep?: boolean
  prepare: () => Promise<void>
  /** Where its lines go. @default nowhere */
  print?: ((line: string) => void) | undefined
}

/** Plays March 2023 and tells it, and sums it up in the form of all stories. */
export async function playUsdc2023(
  parameters: PlayUsdc2023Parameters,
): Promise<RunReturnType & { report: StoryReport }> {
  const { csv, port, keep = false, prepare, print } = parameters
  const rounds = await readRounds(csv ?? usdcRoundsFile)
  const narrator = print && new Narrator(print)
  const events: StoryEvent[] = []
  const run = await runUsdc2023({
    rounds,
    shift: shiftOf(rounds),
    // What the listing promises is read at the end.
    keep: true,
    ...(port === undefined ? {} : { port }),
    prepare,
    onEvent: (event) => {
      events.push(event)
      narrator?.tell(event)
    },
  })
  const { result, expected, world, anvil } = run
  try {
    const args = [world.listings.get('near')]
    const worst = await world.chain.public.readContract({
      ...{ ...world.bulwark.priceFeedTrigger, functionName: 'worstCaseTime', args },
    })
    narrator?.tellResult(result)
    return { ...run, report: summarise(result, expected, events, Number(worst)) }
  } finally {
    if (!keep) await anvil.stop()
  }
}
