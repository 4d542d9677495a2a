import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ProvenWorld, startProvenWorld, whole } from '../../sdk/test/helpers/startProvenWorld.ts'
import { day } from '../../sdk/test/helpers/startWorld.ts'
import { type CliWorld, projectOf } from './helpers/startCliWorld.ts'

let world: ProvenWorld & CliWorld

beforeAll(async () => {
  world = await projectOf(await startProvenWorld())
})
afterAll(() => world.stop())

test('prove holding: default', async () => {
  const [holder] = world.actors.holders
  await world.mint(holder.address, 400n * whole)
  await world.recordNext()
  const { pool, listing } = await world.openPool(world.provenTerms(world.proofTerms))
  await world.fund(holder, pool, 100_000_000n)
  const { cover, protectedAccount } = await world.inside(`buy ${listing} 1000 --days 60 --from holder`)
  expect(protectedAccount).toBe(holder.address)
  await world.wait(day)
  const incident = await world.lose(pool, listing)

  // Nothing is paid before it is known what was held.
  expect((await world.attempt(`settle ${incident} --from keeper --yes`)).code).toBe(3)
  const proving = `prove holding ${incident} --account ${holder.address} --from keeper --yes --json`
  const { code, json } = await world.run(proving)
  expect(code).toBe(0)
  expect(json.transactions.length).toBeGreaterThan(1)
  // Brought once, nothing is left to bring.
  expect(
    (await world.inside(`prove holding ${incident} --account ${holder.address} --from keeper`)).transactions,
  ).toEqual([])
  const { payments } = await world.inside(`settle ${incident} --from keeper`)
  // 400 tokens at two dollars; the holder bears a tenth of the sum insured.
  expect(payments).toMatchObject([{ cover, to: holder.address }])
  expect(BigInt(payments[0].paid.units)).toBeLessThanOrEqual(800_000_000n)
})
