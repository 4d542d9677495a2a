/**
 * Seconds allowed from a ruling to its payment, one day. Settling needs nobody's leave: the holder himself, or anyone, may
 * call `settle` from the block of the ruling on. What is allowed for is a chain that is slow to take the transaction.
 */
export const settlementAllowance = 86_400n
