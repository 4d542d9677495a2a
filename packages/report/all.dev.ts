import { withScenario, scenarios } from '@bulwark/replay'
import { coversAbi, poolFactoryAbi } from '@bulwark/sdk'
import { createSolvencyStatement } from './src/index.ts'
for (const name of scenarios.slice(1)) {
  try {
    await withScenario(name, async (bulwark) => {
      const c = bulwark.chain.public, covers = bulwark.covers.address
      const n = await c.readContract({ address: bulwark.factory.address, abi: poolFactoryAbi, functionName: 'count' })
      const head = await c.getBlockNumber()
      for (let p = 1n; p <= n; p++) {
        const pool = await c.readContract({ address: covers, abi: coversAbi, functionName: 'poolByNumber', args: [p] })
        for (const b of [head, head - (head / 5n), head - (2n * head / 5n), head - 5n, head - 20n]) {
          try {
            const s = await createSolvencyStatement(c, { pool, covers, blockNumber: b })
            const bad = [...s.checks.filter((x) => !x.holds), ...s.answers.filter((x) => !x.equal)]
            console.log(name, p, b, s.evidence.length, s.claims.opened, s.claims.paid, s.exposures.risks.length, bad.length ? JSON.stringify(bad) : 'ok')
          } catch (e) { console.log(name, p, b, (e as Error).name, (e as Error).message.slice(0, 200)) }
        }
      }
    })
  } catch (e) { console.log(name, 'FAILED', (e as Error).message.slice(0, 300)) }
}
