import { withScenario } from '@bulwark/replay'
import { chainTime, increaseTo } from '@bulwark/testkit'
import { describe, expect, test } from 'vitest'
import { keeperOf, sentBy, tick } from './helpers/keeperOf.ts'

const day = 86_400

describe('a keeper that comes to a chain with a history', () => {
  test.each(['usdc-2023', 'exit-scam', 'nft-theft', 'frozen'])('default: tidies up after %s', async (name) => {
    await withScenario(name, async (bulwark) => {
      const keeper = await keeperOf(bulwark, { account: bulwark.chain.actors.voters[9] })
      await tick(keeper, 3)
      for (const days of [1, 20, 100]) {
        await increaseTo(bulwark.chain, (await chainTime(bulwark.chain)) + days * day)
        await tick(keeper, 4)
      }
      const sent = await sentBy(keeper)
      expect(Object.keys(sent).filter((key) => !key.endsWith('confirmed'))).toEqual([])
      expect(sent).toHaveProperty('collect/confirmed')
      expect(keeper.status.planned).toMatchObject({ urgent: 0, soon: 0 })
    })
  })
})
