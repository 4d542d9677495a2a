import type { Address, Hex } from 'viem'
import { type ReadingLevels, type ReserveConfig, reserveKinds } from '../types/reading.ts'

/** The contract's `Config`. */
type Raw = {
  kind: number
  token: Address
  source: Address
  leastSupply: bigint
  view_: Hex
  heartbeat: bigint
  locks: readonly Address[]
  levels: ReadingLevels
}

/** A configuration as the contract takes it: zero in whatever its kind does not use. */
export function toReserveConfig(config: ReserveConfig): Raw {
  const { kind, token, source, leastSupply, levels } = config
  return {
    ...{ kind: reserveKinds.indexOf(kind), token, source, leastSupply, levels },
    view_: (config.kind === 'virtualPrice' && config.view) || '0x00000000',
    heartbeat: config.kind === 'proofOfReserve' ? config.heartbeat : 0n,
    locks: config.kind === 'bridge' ? config.locks : [],
  }
}

/** A configuration without what its kind does not use. */
export function fromReserveConfig({ kind, view_: view, heartbeat, locks, ...base }: Raw): ReserveConfig {
  if (reserveKinds[kind] === 'proofOfReserve') return { kind: 'proofOfReserve', ...base, heartbeat }
  if (reserveKinds[kind] === 'bridge') return { kind: 'bridge', ...base, locks }
  return { kind: 'virtualPrice', ...base, view }
}
