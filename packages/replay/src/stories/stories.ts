import { vaultLoss } from './plays/vaultLoss.ts'
import type { Story } from './types.ts'

/** Every story but the first one, in the order in which `all` plays them. */
export const stories: readonly Story[] = [vaultLoss]
