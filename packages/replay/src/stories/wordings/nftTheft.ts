/** What a listing on the theft of NFTs says, in plain words. */
export type NftTheftParameters = {
  /** Name of the collection, and its contract. */
  collection: string
  address: string
  /** What one NFT counts for, in words: `30 WETH`. */
  value: string
  /** Hours from one block that counts to the next. */
  gridHours: number
  /** Days from the purchase until cover begins. */
  waitingDays: number
  /** Days after the theft within which it can be asserted. */
  graceDays: number
  /** Hours from the theft to the money, at worst. */
  worstHours: number
}

/**
 * The wording of "NFT theft": what is covered and what is not, what must be proven, how much is paid.
 *
 * @example
 * const wording = nftTheft({
 *   ...{ collection: 'Lanterns', address: '0x…', value: '30 WETH', gridHours: 6 },
 *   ...{ waitingDays: 7, graceDays: 30, worstHours: 1_200 },
 * })
 */
export function nftTheft(parameters: NftTheftParameters): string {
  const { collection, address, value, gridHours, waitingDays, graceDays, worstHours } = parameters
  return `Theft of NFTs of the collection ${collection} (${address}) from one account.

WHAT IS COVERED. An NFT of the collection leaves the protected account against the will of whoever controls it, and he gets
nothing, or next to nothing, for it: by a signature or an approval that was obtained by deceit, by malware, by a key that was
stolen or copied, or by a fault of a marketplace or wallet.

TIME OF LOSS. The block in which the first NFT of one theft left the account. What leaves it within three days by the same
deceit is one theft.

HOW MUCH. The loss is the number of NFTs that were stolen, divided by the number of NFTs of the collection that the account
held at the block that counts: the last block before the theft whose number is on the grid, which is drawn every ${gridHours} hours.
Each NFT held then counts for ${value}, whatever was paid for it. A tenth of the amount insured is the deductible.

WHAT IS NOT COVERED. A sale that is regretted; a price that was mistyped. A gift, a loan, or a pledge that was lost to a
lender. A theft by the owner himself, somebody of his household or whoever he gave the key to. An NFT that came into the
account after the block that counts. A fall of the price. A fault of the collection's own contract. An NFT that came back
within three days.

WHAT MUST BE SHOWN. To whoever judges: the transaction, how the consent was obtained, and that the thief's address is not the
owner's, by public sources archived where the evidence says. To the chain: which NFTs the account held at the block that
counts, by storage proof, by anyone, within the settlement window. Whoever held none is paid nothing, whatever was judged.

BY WHEN. Cover begins ${waitingDays} days after the purchase. A theft can be asserted until ${graceDays} days after it, and block and owners
are best proven within a day. From the theft to the money it takes at most ${worstHours} hours; if nobody disputes the assertion,
the listing's liveness and a day after it.
`
}
