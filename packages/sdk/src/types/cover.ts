import type { Address, Hex } from 'viem'

/** A cover as its pool sold it. */
export type Cover = {
  /** Sum insured that remains, grains; it falls by each claim. */
  amount: bigint
  /** Sum insured when last bought or changed, grains. */
  insured: bigint
  /** Net premium that the cover's stream carries, 1e-18 grains a second. */
  rate: bigint
  /** Listing number. */
  listing: bigint
  /** Unix seconds of the purchase. */
  start: bigint
  /** Unix seconds at which the cover ends. */
  end: bigint
  /** Unix seconds of the last change; zero if never. The premium streams from then on. */
  changed: bigint
  /** Key of the risk; zero for a listing without keys. */
  key: Hex
  /** Protected account; zero where the listing needs no loss proof. */
  protectedAccount: Address
}
