import type { Address } from 'viem'

/** Where Bulwark is on a chain. */
export type BulwarkAddresses = {
  /** `PoolFactory`. */
  factory?: Address | undefined
  /** `Listings`. */
  listings?: Address | undefined
  /** `Covers`. */
  covers?: Address | undefined
  /** `Incidents`. */
  incidents?: Address | undefined
  /** `LossProofs`. */
  lossProofs?: Address | undefined
  /** `Salvage`. */
  salvage?: Address | undefined
  /** `PriceFeedTrigger`. */
  priceFeedTrigger?: Address | undefined
  /** `VaultLossTrigger`. */
  vaultLossTrigger?: Address | undefined
  /** `DeficitTrigger`. */
  deficitTrigger?: Address | undefined
  /** `ReserveTrigger`. */
  reserveTrigger?: Address | undefined
  /** `FrozenTrigger`. */
  frozenTrigger?: Address | undefined
  /** `ReportTrigger`. */
  reportTrigger?: Address | undefined
  /** `Court`. */
  court?: Address | undefined
  /** `MembersAppeal`. */
  membersAppeal?: Address | undefined
  /** `BulwarkToken`. */
  governanceToken?: Address | undefined
  /** `BulwarkGovernor`. */
  governor?: Address | undefined
  /** `BulwarkTimelock`. */
  timelock?: Address | undefined
  /** `BulwarkAccessManager`. */
  accessManager?: Address | undefined
  /** `Optimistic`. */
  optimistic?: Address | undefined
  /** `CoverDescriptor`. */
  descriptor?: Address | undefined
  /** `StatementRegistry`. */
  statementRegistry?: Address | undefined
  /** The pool that calls go to unless they name another. */
  pool?: Address | undefined
}

/** An action without its client, and with the addresses optional. */
export type Bound<action> = action extends (client: never, parameters: infer parameters) => infer result
  ? Optional<parameters> extends infer optional
    ? Record<never, never> extends optional
      ? (parameters?: optional) => result
      : (parameters: optional) => result
    : never
  : never

type Optional<parameters> = Omit<parameters, keyof BulwarkAddresses> &
  Partial<Pick<parameters, keyof parameters & keyof BulwarkAddresses>>

/** Gives every action its client and the addresses. */
export function bind(
  client: unknown,
  actions: Readonly<Record<string, (client: never, parameters: never) => unknown>>,
  addresses: BulwarkAddresses,
): Record<string, (parameters?: object) => unknown> {
  return Object.fromEntries(
    Object.entries(actions).map(([name, action]) => [
      name,
      (parameters) => action(client as never, { ...addresses, ...parameters } as never),
    ]),
  )
}
