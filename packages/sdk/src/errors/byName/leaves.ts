import {
  LeafOfAnotherAccountError,
  LeafProofTooLongError,
  LeafProofTooShortError,
  LeavesOfAnotherRootError,
  LeavesOutOfTreeError,
  LossSumMismatchError,
  ProofTermsOfAnotherKindError,
  RootMismatchError,
  RootTermsOfAnotherAssetError,
  SettledByLeavesError,
  ValueNotProvenError,
} from '../leaves.ts'

/** The errors of `errors/leaves`, by their names in the contracts. */
export const leavesByName = {
  LeafOfAnotherAccount: LeafOfAnotherAccountError,
  LeafProofTooLong: LeafProofTooLongError,
  LeafProofTooShort: LeafProofTooShortError,
  LeavesOfAnotherRoot: LeavesOfAnotherRootError,
  LeavesOutOfTree: LeavesOutOfTreeError,
  LossSumMismatch: LossSumMismatchError,
  ProofTermsOfAnotherKind: ProofTermsOfAnotherKindError,
  RootMismatch: RootMismatchError,
  RootTermsOfAnotherAsset: RootTermsOfAnotherAssetError,
  SettledByLeaves: SettledByLeavesError,
  ValueNotProven: ValueNotProvenError,
} as const
