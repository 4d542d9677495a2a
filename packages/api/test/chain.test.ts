import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startIndexer } from '@bulwark/indexer'
import { deploymentOf, withScenario } from '@bulwark/replay'
import { getCapital, getCover, getRefund, getShareBalance, getTotalAssets, quote } from '@bulwark/sdk'
import { createApiClient } from '@bulwark/sdk/api'
import { createLogger, startPostgres } from '@bulwark/service'
import type { Address } from 'viem'
import { expect, test } from 'vitest'
import { endpoints } from '../src/endpoints/index.ts'
import { startApi } from '../src/index.ts'

const log = createLogger({ service: 'test', level: 'silent' })

test('behavior: what the API says of a whole story is what the chain says, to the unit', {
  timeout: 180_000,
}, async () => {
  const home = await mkdtemp(join(tmpdir(), 'bulwark-api-'))
  await chmod(home, 0o755)
  const postgres = await startPostgres({ directory: join(home, 'postgres') })
  await withScenario('usdc-2023', async (bulwark) => {
    const client = bulwark.chain.public
    const deployment = await deploymentOf(bulwark)
    const rpcUrls = [client.transport.url as string]
    const indexer = await startIndexer({ deployment, rpcUrls, databaseUrl: postgres.url, log })
    const blockNumber = await client.getBlockNumber()
    await indexer.waitForBlock(blockNumber, { timeoutSeconds: 120 })
    const served = await startApi({ databaseUrl: postgres.url, rate: { limit: 1e6, window: 1 }, log })
    const api = createApiClient({ url: served.url })

    const { data: pools, asOf } = await api.ask('listPools')
    const block = await client.getBlock({ blockNumber: BigInt(asOf.blockNumber) })
    expect(asOf).toMatchObject({ chainId: 31337, blockHash: block.hash, timestamp: { unix: Number(block.timestamp) } })
    expect(asOf.blockNumber).toBe(blockNumber.toString())
    expect(pools).toHaveLength(3)

    let holders = 0n
    for (const { address } of pools) {
      const pool = address as Address
      const { data: solvency } = await api.ask('getPoolSolvency', { pool })
      const capital = await getCapital(client, { pool, blockNumber })
      for (const [name, value] of Object.entries(capital)) {
        const said = solvency[name as keyof typeof solvency] as { value: string } | undefined
        expect(said?.value, `${name} of ${pool}`).toBe(value.toString())
      }
      expect(solvency.totalAssets.value).toBe((await getTotalAssets(client, { pool, blockNumber })).toString())
      for await (const { account, shares } of api.all('listPoolHolders', { pool })) {
        const balance = await getShareBalance(client, { pool, owner: account as Address, blockNumber })
        expect(shares.value).toBe(balance.toString())
        holders += balance
      }
    }
    expect(holders).toBeGreaterThan(0n)

    let [refunds, refusals] = [0, 0]
    for await (const { id, pool } of api.all('listCovers')) {
      const { data } = await api.ask('getCover', { cover: id })
      const cover = await getCover(client, { covers: bulwark.covers.address, id: BigInt(id), blockNumber })
      expect(data.amount.value).toBe(cover.amount.toString())
      expect(data.end.unix).toBe(Number(cover.end))
      const refund = await getRefund(client, {
        ...{ pool: pool as Address, id: BigInt(id), amount: cover.amount, blockNumber },
      }).catch(() => undefined)
      if (refund && data.figures?.refund) {
        refunds++
        expect(data.figures.refund.value).toBe(refund.refund.toString())
        expect(data.figures.refundFee?.value).toBe(refund.fee.toString())
      } else refusals++
    }
    expect(refunds + refusals).toBeGreaterThan(5)

    for (const { address } of pools) {
      const pool = address as Address
      for await (const { listing } of api.all('listPoolBackings', { pool })) {
        const [amount, duration] = [1_000_000_000n, 2_592_000n]
        const { data } = await api.ask('getQuote', { pool, listing, amount, period: duration })
        const chain = await quote(client, { pool, listing: BigInt(listing), amount, duration, blockNumber }).catch(
          () => undefined,
        )
        if (chain === undefined) continue

        expect(data.premium?.net.value).toBe(chain.net.toString())
      }
    }

    // Nothing that the story left behind is more than any endpoint can say.
    for (const { path, list, name } of endpoints) {
      if (!list || path.includes('{')) continue
      const { data } = (await api.ask(name as 'listCovers', { limit: 200 })) as { data: readonly unknown[] }
      expect(Array.isArray(data), path).toBe(true)
    }
    await served.stop()
    await indexer.stop()
  })
  await postgres.stop()
  await rm(home, { recursive: true, force: true })
})
