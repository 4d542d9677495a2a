import { expect, test } from 'vitest'
import { deploymentOf, scenarios, withScenario } from '../src/index.ts'

test('default', async () => {
  let names: string[] = []
  await withScenario(scenarios[1] as string, async (bulwark) => {
    const deployment = await deploymentOf(bulwark)
    expect(deployment.startBlock).toBe(1n)
    names = Object.keys(deployment.contracts)
  })
  expect(names).toContain('governanceToken')
  expect(names).not.toContain('token')
})

test('error: UsageError', async () => {
  await expect(withScenario('atlantis', async () => undefined)).rejects.toThrow('There is no story called atlantis')
})
