/** A role of the AccessManager, what it may call and what that is for. */
type Role = {
  readonly id: bigint
  readonly functions: readonly string[]
  /** Functions of `LossProofs`; the others are of `Listings`. */
  readonly proofFunctions?: readonly string[]
  readonly may: string
}

/** Names of the roles; the admin (role 0) is the timelock. */
export type RoleName = 'RATE_POSTER' | 'REGISTRAR' | 'GUARDIAN'

/** Every restricted function of the protocol, by role. */
export const roles: Readonly<Record<RoleName, Role>> = {
  RATE_POSTER: {
    id: 1n,
    functions: ['postRates((uint32,uint64)[],bytes32,bytes32)'],
    may: 'post technical rates, within bounds and steps',
  },
  REGISTRAR: {
    id: 2n,
    functions: [
      'setAdjudicator(address,bool)',
      'setQuoteSigner(address,bool)',
      'setFamily(address,uint16)',
      'setProtocolFee(uint16)',
      'setTreasury(address)',
      'setDescriptor(address)',
    ],
    proofFunctions: ['registerToken((address,uint8,uint8,uint256,uint256,uint8))', 'retireToken(address)'],
    may: 'keep the registries of adjudicators, quote signers, asset families and provable tokens, the protocol fee, the treasury, the descriptor',
  },
  GUARDIAN: {
    id: 3n,
    functions: ['pauseSales(uint256)'],
    may: 'pause new sales for a bounded time',
  },
}
