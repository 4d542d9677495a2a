import type { World } from '@bulwark/replay'
import { send } from '@bulwark/testkit'
import { parseEther, parseUnits } from 'viem'

/** Gives the visitor of a local chain something to buy cover and to deposit with. */
export async function fundVisitor({ chain, tokens }: World): Promise<void> {
  const { deployer, holders } = chain.actors
  const give = (token: keyof typeof tokens, amount: bigint) =>
    send(chain, { ...tokens[token], functionName: 'mint', args: [holders[9].address, amount], account: deployer })
  await give('USDT', parseUnits('100000', 6))
  await give('WETH', parseEther('50'))
}
