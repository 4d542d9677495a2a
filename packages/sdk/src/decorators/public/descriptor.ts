import { drawCover } from '../../actions/descriptor/drawCover.ts'

/** The reads and simulations of `actions/descriptor`. */
export const descriptorReads = { drawCover } as const
