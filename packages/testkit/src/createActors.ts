import type { Address, Hex } from 'viem'
import { mnemonicToAccount, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { toHex } from 'viem/utils'

/** The mnemonic whose accounts anvil funds. Public: never send anything to them on a real chain. */
export const mnemonic = 'test test test test test test test test test test test junk'

/** How many accounts of {@link mnemonic} anvil funds. */
export const accountCount = 60

/** An account with a name; signs locally, and anvil signs for it too. */
export type Actor = PrivateKeyAccount & { readonly label: string; readonly privateKey: Hex }

type Ten<T> = readonly [T, T, T, T, T, T, T, T, T, T]

/** Who is who on a test chain. Each has 10,000 ether. */
export type Actors = {
  readonly deployer: Actor
  readonly curator: Actor
  readonly treasury: Actor
  readonly guardian: Actor
  readonly ratePoster: Actor
  readonly quoteSigner: Actor
  readonly feedOracle: Actor
  readonly keeper: Actor
  readonly arbitrator: Actor
  readonly attacker: Actor
  readonly underwriters: Ten<Actor>
  readonly holders: Ten<Actor>
  readonly assessors: Ten<Actor>
  readonly voters: Ten<Actor>
  readonly reporters: Ten<Actor>
  /** Every actor by address, in lower case, to put names into output. */
  readonly byAddress: ReadonlyMap<Address, Actor>
}

const singles = [
  ...(['deployer', 'curator', 'treasury', 'guardian', 'ratePoster'] as const),
  ...(['quoteSigner', 'feedOracle', 'keeper', 'arbitrator', 'attacker'] as const),
]
const groups = ['underwriters', 'holders', 'assessors', 'voters', 'reporters'] as const

let actors: Actors | undefined

/**
 * Derives the actors from {@link mnemonic}: the ten single ones have indices 0 to 9, the groups ten each from 10 on.
 *
 * @returns the same object every time.
 * @example
 * const { deployer, holders } = createActors()
 * const [alice, bob] = holders
 */
export function createActors(): Actors {
  actors ??= deriveActors()
  return actors
}

function deriveActors(): Actors {
  // One slow derivation from the words, then a fast one for each account.
  const parent = mnemonicToAccount(mnemonic, { path: "m/44'/60'/0'/0" }).getHdKey()
  const derive = (index: number, label: string): Actor => {
    const privateKey = toHex(parent.deriveChild(index).privateKey as Uint8Array)
    return { ...privateKeyToAccount(privateKey), label, privateKey }
  }
  const single = singles.map((label, index) => [label, derive(index, label)] as const)
  const grouped = groups.map((group, g) => {
    const label = group.slice(0, -1)
    return [group, Array.from({ length: 10 }, (_, i) => derive(10 + 10 * g + i, `${label} ${i + 1}`))] as const
  })
  const all = [...single.map(([, actor]) => actor), ...grouped.flatMap(([, members]) => members)]
  return {
    ...(Object.fromEntries(single) as Pick<Actors, (typeof singles)[number]>),
    ...(Object.fromEntries(grouped) as unknown as Pick<Actors, (typeof groups)[number]>),
    byAddress: new Map(all.map((actor) => [actor.address.toLowerCase() as Address, actor])),
  }
}
