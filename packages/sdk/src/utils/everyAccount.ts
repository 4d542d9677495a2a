import type { Address } from 'viem'

/** Protected account of a sponsor's cover: all that a ruled root lists (`Incidents.EVERY_ACCOUNT`). */
export const everyAccount: Address = '0xFFfFfFffFFfffFFfFFfFFFFFffFFFffffFfFFFfF'
