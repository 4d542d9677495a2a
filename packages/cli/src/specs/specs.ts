import type { CommandSpec } from '../program/types.ts'
import { capitalSpecs } from './capital.ts'
import { checkSpecs } from './check.ts'
import { claimSpecs } from './claims.ts'
import { governSpecs } from './govern.ts'
import { lookSpecs } from './look.ts'
import { toolSpecs } from './tools.ts'
import { tradeSpecs } from './trade.ts'

/** Every command, in the order of the help. */
export const specs: readonly CommandSpec[] = [
  ...checkSpecs.filter(({ name }) => name === 'up'),
  ...lookSpecs,
  ...tradeSpecs,
  ...capitalSpecs,
  ...claimSpecs,
  ...governSpecs,
  ...checkSpecs.filter(({ name }) => name !== 'up'),
  ...toolSpecs,
]
