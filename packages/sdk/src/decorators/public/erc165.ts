import { supportsInterface } from '../../actions/erc165/supportsInterface.ts'

/** The reads and simulations of `actions/erc165`. */
export const erc165Reads = { supportsInterface } as const
