import { prepareBuy, quote } from '@bulwark/sdk'
import { send } from '@bulwark/testkit'
import { type Address, type Hex, maxUint256 } from 'viem'
import type { World } from '../../sdk/test/helpers/startWorld.ts'

/** The parameters of {@link sellCovers}. */
export type SellCoversParameters = {
  pool: Address
  listings: readonly bigint[]
  /** How many on each listing. */
  count: number
  amount: bigint
  duration: bigint
}

/** Transactions in one block. */
const inBlock = 250

/** Sells many covers quickly: signed beforehand, mined by the hundred. */
export async function sellCovers(world: World, parameters: SellCoversParameters): Promise<void> {
  const { pool, listings, count, amount, duration } = parameters
  const { chain, client, actors, usd } = world
  const { total } = await quote(client, { pool, listing: listings[0] as bigint, amount, duration })
  const maxPremium = total * 20n
  for (const account of actors.holders) {
    await send(chain, { ...usd, functionName: 'mint', args: [account.address, 10n ** 15n], account })
    await send(chain, { ...usd, functionName: 'approve', args: [pool, maxUint256], account })
  }
  const nonces = await Promise.all(actors.holders.map(({ address }) => client.getTransactionCount({ address })))
  const wanted = listings.flatMap((listing) => Array.from({ length: count }, () => listing))
  await chain.test.setBlockGasLimit({ gasLimit: 10n ** 9n })
  await chain.test.setAutomine(false)
  for (let next = 0; next < wanted.length; next += inBlock) {
    const raws = await Promise.all(
      wanted.slice(next, next + inBlock).map((listing, at): Promise<Hex> => {
        const which = (next + at) % actors.holders.length
        const holder = actors.holders[which] as (typeof actors.holders)[0]
        const nonce = nonces[which] as number
        nonces[which] = nonce + 1
        const bounds = { owner: holder.address, maxPremium, deadline: 2n ** 32n }
        const call = prepareBuy({ pool, listing, amount, duration, ...bounds })
        const fees = { maxFeePerGas: 10n ** 11n, maxPriorityFeePerGas: 10n ** 9n }
        const transaction = {
          ...call,
          ...fees,
          nonce,
          gas: 1_500_000n,
          chainId: chain.chainId,
          type: 'eip1559' as const,
        }
        return holder.signTransaction(transaction)
      }),
    )
    const body = raws.map((raw, id) => ({ jsonrpc: '2.0', id, method: 'eth_sendRawTransaction', params: [raw] }))
    await fetch(chain.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    await chain.test.mine({ blocks: 1 })
  }
  await chain.test.setAutomine(true)
  await chain.test.setBlockGasLimit({ gasLimit: 30_000_000n })
  await client.request({ method: 'evm_mine', params: [] } as never)
}
