import { zeroAddress } from 'viem'
import { interests, type Position } from '../types/court.ts'

/** The contract's `Position`. */
export function toPosition(position: Position) {
  const kind = interests.indexOf(position.kind)
  if (position.kind === 'cover') return { kind, pool: zeroAddress, id: position.id }
  return { kind, pool: position.pool, id: position.kind === 'exit' ? position.requestId : 0n }
}
