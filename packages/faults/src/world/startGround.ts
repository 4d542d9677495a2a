import { type Anvil, startAnvil } from '@bulwark/testkit'
import type { Hex } from 'viem'
import { buildTemplate } from './buildTemplate.ts'
import type { Template } from './Template.ts'

/** A chain on which worlds are opened one after the other. */
export type Ground = {
  readonly anvil: Anvil
  readonly template: Template
  /** What the next world goes back to. */
  readonly ground: { snapshot: Hex }
  stop(): Promise<void>
}

/** When the worlds begin, Unix seconds: years before the machine's clock, so that nothing can go by that one. */
const beginning = 1_700_000_000

/** Starts a chain and deploys the world that each seed begins with. */
export async function startGround(): Promise<Ground> {
  // The id of mainnet: indexers then reckon with what mainnet may take back.
  const anvil = await startAnvil({ timestamp: beginning, chainId: 1 })
  try {
    const template = await buildTemplate(anvil.chain)
    const snapshot = (await anvil.chain.test.request({ method: 'evm_snapshot', params: [] } as never)) as Hex
    return { anvil, template, ground: { snapshot }, stop: () => anvil.stop() }
  } catch (error) {
    await anvil.stop()
    throw error
  }
}
