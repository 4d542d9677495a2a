import type { PreparedCall } from '@bulwark/sdk'
import type { Stage } from '../Stage.ts'

/** Has the keeper send calls that the SDK prepared, one after the other, as anyone may. */
export async function sendPrepared(stage: Stage, calls: readonly PreparedCall[]): Promise<void> {
  const { wallet, public: client, actors } = stage.chain
  for (const { to, data } of calls) {
    await stage.setTime()
    const hash = await wallet.sendTransaction({ account: actors.keeper, to, data, gas: 3_000_000n })
    const { status } = await client.waitForTransactionReceipt({ hash })
    if (status !== 'success') throw new Error(`A prepared call to ${to} reverted.`)
  }
}
