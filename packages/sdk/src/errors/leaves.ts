import { formatUnits } from 'viem'
import { moment } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** A listing with lists of losses takes a root with its sum, another one neither. */
export class RootMismatchError extends ContractError<'RootMismatch'> {
  override readonly name = 'RootMismatchError'

  constructor(options: ContractErrorOptions<'RootMismatch'>) {
    const { listing, lossSum, root } = options.args
    super(
      options,
      `An assertion under listing ${listing} cannot have the root ${root} with the sum ${formatUnits(lossSum, 18)}.`,
      'Give `root` and `lossSum` of `buildLossTree` where the listing rules lists of losses, else no sum.',
    )
  }
}

/** Covers of this incident are settled by leaves, or have none. */
export class SettledByLeavesError extends ContractError<'SettledByLeaves'> {
  override readonly name = 'SettledByLeavesError'

  constructor(options: ContractErrorOptions<'SettledByLeaves'>) {
    const { incident, leaves } = options.args
    super(
      options,
      leaves
        ? `Covers of incident ${incident} are settled by leaves of its ruled root.`
        : `Incident ${incident} has no list of losses.`,
      leaves ? 'Call `settleLeaves`.' : 'Call `settle`.',
    )
  }
}

/** The value of a unit of account was not proven for this time of loss. */
export class ValueNotProvenError extends ContractError<'ValueNotProven'> {
  override readonly name = 'ValueNotProvenError'

  constructor(options: ContractErrorOptions<'ValueNotProven'>) {
    const { lossTime, proofTerms } = options.args
    super(
      options,
      `Nobody has proven what the losses of ${moment(lossTime)} are worth under the terms ${proofTerms}.`,
      'Call `proveValue` with the round of the feed that counts.',
    )
  }
}

/** A cover of one account takes that account's leaf. */
export class LeafOfAnotherAccountError extends ContractError<'LeafOfAnotherAccount'> {
  override readonly name = 'LeafOfAnotherAccountError'

  constructor(options: ContractErrorOptions<'LeafOfAnotherAccount'>) {
    const { actual, expected, id, leaves } = options.args
    super(
      options,
      `Cover ${id} protects ${expected}, but was given ${leaves} leaves from that of ${actual} on.`,
      'Give the one leaf of the protected account.',
    )
  }
}

/** The leaves do not fit into the tree, or there are none. */
export class LeavesOutOfTreeError extends ContractError<'LeavesOutOfTree'> {
  override readonly name = 'LeavesOutOfTreeError'

  constructor(options: ContractErrorOptions<'LeavesOutOfTree'>) {
    const { count, depth, first } = options.args
    super(
      options,
      `${count} leaves from place ${first} on do not fit into a tree of depth ${depth}.`,
      'Take leaves and proof from `buildLossTree`.',
    )
  }
}

/** The proof lacks nodes. */
export class LeafProofTooShortError extends ContractError<'LeafProofTooShort'> {
  override readonly name = 'LeafProofTooShortError'

  constructor(options: ContractErrorOptions<'LeafProofTooShort'>) {
    const { given } = options.args
    super(
      options,
      `A proof of ${given} nodes is too short for its tree.`,
      'Take leaves and proof from `buildLossTree`.',
    )
  }
}

/** The proof has more nodes than are needed. */
export class LeafProofTooLongError extends ContractError<'LeafProofTooLong'> {
  override readonly name = 'LeafProofTooLongError'

  constructor(options: ContractErrorOptions<'LeafProofTooLong'>) {
    const { given, needed } = options.args
    super(
      options,
      `The proof has ${given} nodes, of which ${needed} are needed.`,
      'Take leaves and proof from `buildLossTree`.',
    )
  }
}

/** The leaves belong to another root than the ruled one. */
export class LeavesOfAnotherRootError extends ContractError<'LeavesOfAnotherRoot'> {
  override readonly name = 'LeavesOfAnotherRootError'

  constructor(options: ContractErrorOptions<'LeavesOfAnotherRoot'>) {
    const { actual, expected, incident } = options.args
    super(
      options,
      `The leaves belong to the root ${actual}, but ${expected} was ruled of incident ${incident}.`,
      'Build the tree from the very list that was ruled; its CID stands in the evidence.',
    )
  }
}

/** The leaves of the root sum up to something else than was ruled. */
export class LossSumMismatchError extends ContractError<'LossSumMismatch'> {
  override readonly name = 'LossSumMismatchError'

  constructor(options: ContractErrorOptions<'LossSumMismatch'>) {
    const { actual, incident, ruled } = options.args
    super(
      options,
      `The leaves sum up to ${formatUnits(actual, 18)}, but ${formatUnits(ruled, 18)} was ruled of incident ${incident}.`,
      'None of them can be proven: assert the list again with its true sum.',
    )
  }
}

/** The proof terms are of another kind than the listing asks for. */
export class ProofTermsOfAnotherKindError extends ContractError<'ProofTermsOfAnotherKind'> {
  override readonly name = 'ProofTermsOfAnotherKindError'

  constructor(options: ContractErrorOptions<'ProofTermsOfAnotherKind'>) {
    const { byRoot, id } = options.args
    super(
      options,
      `The proof terms ${id} are for ${byRoot ? 'lists of losses' : 'holdings'}, which is not what the listing asks for.`,
      'A pool backs only listings whose proof terms fit.',
    )
  }
}

/** Losses under these terms are paid in another asset. */
export class RootTermsOfAnotherAssetError extends ContractError<'RootTermsOfAnotherAsset'> {
  override readonly name = 'RootTermsOfAnotherAssetError'

  constructor(options: ContractErrorOptions<'RootTermsOfAnotherAsset'>) {
    const { actual, expected, id } = options.args
    super(
      options,
      `Losses under the terms ${id} are paid in ${expected}, but the asset of the pool is ${actual}.`,
      'Use a pool of that asset, or a listing with terms for this one.',
    )
  }
}
