/** Contracts that have restricted functions, by their name in {@link Bulwark}. */
export type Target = 'listings' | 'lossProofs' | 'factory' | 'token' | 'court'

/** A role of the AccessManager, what it may call and what that is for. */
export type Role = {
  readonly id: bigint
  /** Its functions, by contract, each with what its code allows; `{NAME:unit}` is a constant of the contract. */
  readonly functions: Readonly<Partial<Record<Target, Readonly<Record<string, string>>>>>
  readonly may: string
  /** Who has it, and what he waits. */
  readonly by: string
}

/** Names of the roles beside the admin (role 0), which the timelock alone has. */
export type RoleName = 'RATE_POSTER' | 'REGISTRAR' | 'GUARDIAN' | 'RISK_REDUCER'

const courtParametersSignature =
  'setParameters((uint64,uint16,uint8,uint32,uint16,uint16,uint16,uint16,uint24,uint24,uint24,uint24,uint24,uint24),(address,uint32,uint16,bytes))'

/** Every restricted function of the protocol, by role. */
export const roles: Readonly<Record<RoleName, Role>> = {
  RATE_POSTER: {
    id: 1n,
    functions: {
      listings: {
        'postRates((uint32,uint64)[],bytes32,bytes32)':
          'within the bounds of each listing; at the pace ×2 up, 10 % down; sells for {MAX_RATE_AGE:time}',
      },
    },
    may: 'post technical rates, within bounds and steps',
    by: 'rate poster, at once',
  },
  REGISTRAR: {
    id: 2n,
    functions: {
      listings: {
        'setRateBounds(uint32[],uint64,uint64)': 'within the range of each listing’s terms',
        'setRatePace(uint32,uint32)': '{MIN_PACE:time} to {MAX_PACE:time}',
        'setAdjudicator(address,bool)': 'new sales only',
        'setQuoteSigner(address,bool)': 'new sales only',
        'setFamily(address,uint16)': 'new sales and new backings only',
        'setProtocolFee(uint16)': 'at most {MAX_PROTOCOL_FEE:points} of the net premium, new sales only',
        'setCuratorFeeCap(uint16)': 'at most {MAX_CURATOR_FEE:points} of the net premium, fees set from then on',
        'setTreasury(address)': 'where fees and forfeited bonds go',
        'setDescriptor(address)': 'what draws covers; gas and answer bounded, moves nothing',
      },
      lossProofs: {
        'registerToken((address,uint8,uint8,uint256,uint256,uint8))':
          'counts once shown equal to the token’s own answers',
      },
      factory: {
        'setBounds((uint64,uint64,uint64))':
          'new pools only; ρ from {MIN_RHO:part}, r from {MIN_R:part}, λT from {MIN_LOSS_PROBABILITY:part}, each to 100 %',
      },
      token: {
        'mint(address,uint256)':
          'at most {MAX_MINT:points} of the supply, once in {MINT_INTERVAL:time}, {MAX_SUPPLY:tokens} in all',
      },
      court: {
        [courtParametersSignature]: 'within the bounds of `CourtConfig`; listings created from then on only',
        'setStakeValue(address,uint256)': 'what interests and amounts in an asset are measured by; moves nothing',
      },
    },
    may: 'bounds and pace of rates, bounds of new pools, fees, registries, the treasury; mint within the cap',
    by: 'timelock, after 16 days',
  },
  GUARDIAN: {
    id: 3n,
    functions: {
      listings: {
        'pauseSales(uint256)': 'at most {MAX_PAUSE:time}, and none within {MAX_PAUSE:time} of the last one’s end',
      },
    },
    may: 'pause new sales for a bounded time',
    by: 'guardian, at once',
  },
  RISK_REDUCER: {
    id: 4n,
    functions: {
      listings: {
        'raiseRateFloors(uint32[],uint64)': 'up only, to the ceiling of each listing; new sales only',
        'dismissAdjudicator(address)': 'new sales only',
        'dismissQuoteSigner(address)': 'new sales only',
        'lowerProtocolFee(uint16)': 'down only, new sales only',
      },
      lossProofs: { 'retireToken(address)': 'new terms and sales only; what was sold is proven as before' },
    },
    may: 'raise floors of rates, dismiss adjudicators and signers, lower the fee, retire tokens',
    by: 'guardian, after 2 days',
  },
}
