import type { Address, Hex } from 'viem'

/** A loss, as a list states it. */
export type LossLeaf = {
  /** Who lost. */
  account: Address
  /** What he lost, 1e-18 units of account. */
  loss: bigint
}

/** A node beside the path of a proof. */
export type LossNode = {
  /** Its hash; zero where there are no leaves. */
  hash: Hex
  /** Sum of the leaves below it, 1e-18 units of account. */
  sum: bigint
}

/** Proof of leaves that stand side by side. */
export type LeafProof = {
  /** Place of the first one, from 0. */
  first: bigint
  /** Depth of the tree. */
  depth: bigint
  /** Nodes beside the path, level by level from below, the left one first. */
  nodes: readonly LossNode[]
}

/** A cover with the leaves on which it claims. */
export type LeafClaim = {
  /** Id of the cover. */
  id: bigint
  /** Leaves side by side: the protected account's one, or any of a sponsor's. */
  leaves: readonly LossLeaf[]
  /** Their proof. */
  proof: LeafProof
}

/** What was used of an account's loss in an event, units of the asset. */
export type LeafUse = {
  /** Claimed by its own covers. */
  own: bigint
  /** Paid by sponsors' covers. */
  sponsored: bigint
}

/** What the losses are worth that a ruled root lists. */
export type RootTerms = {
  /** The one asset of the pools that may back the listing. */
  asset: Address
} & (
  | {
      /** Whole units of the asset per unit of account, WAD. */
      value: bigint
    }
  | {
      /** A Chainlink proxy that states the same in its own decimals. */
      feed: Address
      /** Seconds that its round may be older than the loss. */
      heartbeat: bigint
    }
)
