import { type Bulwark, deployBulwark, send, startAnvil, startUma } from '@bulwark/testkit'
import { StoryMismatchError } from '../errors.ts'
import { Stage } from './Stage.ts'
import { Teller } from './Teller.ts'
import { hour } from './time.ts'
import type { Story, StoryReport } from './types.ts'

/** The parameters of {@link playStory}. */
export type PlayStoryParameters = {
  /** Where its lines go. @default nowhere */
  print?: (line: string) => void
  /** The port of the chain. @default a free one */
  port?: number
  /** Runs once the chain answers, before anything is deployed. */
  prepare?: () => Promise<void>
  /** Runs once everything is played, while the chain still answers. */
  after?: (bulwark: Bulwark) => Promise<void>
}

/** Between deploying and the story's beginning; far more than the blocks of deploying take. Seconds. */
const setUp = hour

/**
 * Plays a story on a fresh chain of its own, and compares what was paid with what its facts say.
 *
 * @throws {StoryMismatchError} if other covers were sold than are expected.
 * @throws {AnvilNotFoundError} if there is no anvil to run.
 * @throws {ArtifactNotFoundError} if the contracts have not been compiled.
 * @example
 * const { covers } = await playStory(vaultLoss)
 */
export async function playStory(
  story: Story,
  { print, port, prepare, after }: PlayStoryParameters = {},
): Promise<StoryReport> {
  const { name, begins, launched = false, usesUma = false, grid } = story
  const anvil = await startAnvil({ timestamp: begins - setUp, ...(port === undefined ? {} : { port }) })
  try {
    await prepare?.()
    const { quoteSigner, deployer } = anvil.chain.actors
    const uma = usesUma ? await startUma(anvil.chain) : undefined
    const bulwark = await deployBulwark(anvil.chain, {
      launched,
      ...(grid !== undefined && { grid }),
      ...(uma && { optimisticOracle: uma.oracle.address }),
      configure: async (deployed) => {
        const { listings } = deployed
        const args = [quoteSigner.address, true]
        await send(anvil.chain, { ...listings, functionName: 'setQuoteSigner', args, account: deployer })
        await story.configure?.(deployed)
      },
    })
    const teller = new Teller(print)
    teller.begin(story)
    const stage = new Stage({ bulwark, teller, begins, uma })
    await story.play(stage)
    const report = reportOf(story, stage)
    const assets = new Map(report.covers.map(({ pool }) => [pool, stage.pool(pool).asset]))
    teller.end(report, stage, assets)
    await after?.(bulwark)
    return report
  } catch (error) {
    if (error instanceof Error) error.message = `${name}: ${error.message}`
    throw error
  } finally {
    await anvil.stop()
  }
}

function reportOf({ name, risk, decidedBy, expected }: Story, { covers, refused }: Stage): StoryReport {
  const amounts = expected()
  const sold = new Set(covers.map(({ cover }) => cover))
  const wrong = [
    ...Object.keys(amounts).filter((cover) => !sold.has(cover)),
    ...[...sold].filter((c) => !(c in amounts)),
  ]
  if (wrong.length > 0 || sold.size !== covers.length) throw new StoryMismatchError({ story: name, covers: wrong })
  const paid = covers.filter(({ hours }) => hours !== null).sort((a, b) => (b.hours ?? 0) - (a.hours ?? 0))
  const rest = covers.filter(({ paid }) => paid === 0n)
  return {
    ...{ name, risk, decidedBy },
    hoursToMoney: paid[0]?.hours ?? 0,
    worstCaseHours: (paid[0] ?? covers[0])?.worstHours ?? 0,
    covers: covers.map(({ cover, pool, amount, paid }) => {
      return { cover, pool, amount, expected: amounts[cover] as bigint, paid }
    }),
    denied: refused + rest.length,
    late: paid.filter(({ hours, worstHours }) => (hours ?? 0) > worstHours).length,
  }
}
