import { poolAbi } from '@bulwark/sdk/abis'
import { type Address, concatHex, encodeFunctionData, type Hex, numberToHex, padHex, parseAbi } from 'viem'
import { startWorld, type World } from '../test/helpers/startWorld.ts'

/** Calls the first word of its input as often as the second one says, with what follows as data; reverts if that does. */
const repeaterCode: Hex = '0x604036038060405f376020355b8015602657600190035f5f835f5f5f355af115602857600c565b005b5f5ffd'
const repeater: Address = '0x00000000000000000000000000000000b01a4b01'
const tokenAbi = parseAbi(['function mint(address,uint256)', 'function approve(address,uint256)'])
/** Of one transaction: what fits into its gas. */
const depositsAtOnce = 100
const transfersAtOnce = 300

/** A chain with so many events of a pool: half of them deposits (two events each), half transfers of shares. */
export async function fillChain(events: number): Promise<{ world: World; seconds: number }> {
  const began = performance.now()
  const world = await startWorld({ name: 'bench' })
  const { chain, pool, asset } = world
  const [account] = chain.actors.underwriters
  await chain.test.setCode({ address: repeater, bytecode: repeaterCode })
  const repeat = async (target: Address, times: number, data: Hex) => {
    const input = concatHex([padHex(target, { size: 32 }), numberToHex(times, { size: 32 }), data])
    const hash = await chain.wallet.sendTransaction({ account, to: repeater, data: input, gas: 2n ** 24n })
    const { status } = await chain.public.waitForTransactionReceipt({ hash })
    if (status !== 'success')
      throw new RangeError(`${times} calls of ${data.slice(0, 10)} did not fit into a transaction`)
  }
  const most = 10n ** 24n
  await repeat(asset, 1, encodeFunctionData({ abi: tokenAbi, functionName: 'mint', args: [repeater, most] }))
  await repeat(asset, 1, encodeFunctionData({ abi: tokenAbi, functionName: 'approve', args: [pool, most] }))
  const deposit = encodeFunctionData({ abi: poolAbi, functionName: 'deposit', args: [1_000_000n, repeater] })
  for (let done = 0; done < events / 4; done += depositsAtOnce) await repeat(pool, depositsAtOnce, deposit)
  for (let done = 0; done < events / 2; done += transfersAtOnce) {
    const to = padHex(numberToHex(done + 1), { size: 20 })
    const transfer = encodeFunctionData({ abi: poolAbi, functionName: 'transfer', args: [to, 1n] })
    await repeat(pool, transfersAtOnce, transfer)
  }
  return { world, seconds: Math.round((performance.now() - began) / 1_000) }
}
