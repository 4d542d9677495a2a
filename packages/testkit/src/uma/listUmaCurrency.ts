import { type Address, stringToHex } from 'viem'
import { send } from '../send.ts'
import type { Uma } from './startUma.ts'

/** The parameters of {@link listUmaCurrency}. */
export type ListUmaCurrencyParameters = {
  /** Token of the bonds. */
  currency: Address
  /** What a vote costs, units of the currency; the least bond is twice as much. */
  finalFee: bigint
}

/**
 * Has UMA take bonds in a currency, or changes what a vote costs in it; its oracle knows at once.
 *
 * @example
 * await listUmaCurrency(uma, { currency: usdc.address, finalFee: 250_000_000n })
 */
export async function listUmaCurrency(
  { chain, oracle, store, currencies }: Uma,
  { currency, finalFee }: ListUmaCurrencyParameters,
): Promise<void> {
  const account = chain.actors.deployer
  const identifier = stringToHex('ASSERT_TRUTH', { size: 32 })
  await send(chain, { ...currencies, functionName: 'addToWhitelist', args: [currency], account })
  await send(chain, { ...store, functionName: 'setFinalFee', args: [currency, { rawValue: finalFee }], account })
  await send(chain, { ...oracle, functionName: 'syncUmaParams', args: [identifier, currency], account })
}
