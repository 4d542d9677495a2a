import { type Address, zeroAddress } from 'viem'
import { type FrozenConfig, type FrozenKind, frozenKinds } from '../types/reading.ts'

/** The contract's `Config`. */
type Raw = {
  kind: number
  target: Address
  account: Address
  amount: bigint
  ratio: bigint
  persistence: bigint
  gap: bigint
}

/** A configuration as the contract takes it: zero in whatever its kind does not use. */
export function toFrozenConfig(config: FrozenConfig): Raw {
  return { account: zeroAddress, amount: 0n, gap: 0n, ...config, kind: frozenKinds.indexOf(config.kind) }
}

/** A configuration without what its kind does not use. */
export function fromFrozenConfig({ kind: number, account, amount, gap, ...base }: Raw): FrozenConfig {
  const kind = frozenKinds[number] as FrozenKind
  if (kind === 'outage') return { kind, ...base }
  return kind === 'paused' ? { kind, ...base, gap } : { kind, ...base, account, amount, gap }
}
