import type { Account, Address, Chain, Client, Hash, Hex, PublicClient, Transport, WalletClient } from 'viem'
import { describe, expectTypeOf, test } from 'vitest'
import type {
  Assertion,
  BulwarkPublicActions,
  BulwarkWalletActions,
  BuyParameters,
  CapitalReport,
  ContractErrorArgs,
  ContractErrorName,
  Cover,
  contractErrors,
  createListing,
  FrozenConfig,
  getCapital,
  getCover,
  getIncident,
  getJournalEntries,
  getRate,
  getTerms,
  Incident,
  JournalEntry,
  lossProofsAbi,
  Premium,
  PrepareBuyParameters,
  PreparedCall,
  ProofTerms,
  prepareBuy,
  quote,
  ReportConfig,
  ReserveConfig,
  StepParameters,
  simulateBuy,
  simulateStep,
  step,
  Terms,
} from '../src/index.ts'
import type { WideArgs } from '../src/internal/wide.ts'

type Options = Pick<BuyParameters, 'gas' | 'nonce'>

describe('reads', () => {
  test('default', () => {
    expectTypeOf<ReturnType<typeof getCapital>>().resolves.toEqualTypeOf<CapitalReport>()
    expectTypeOf<ReturnType<typeof quote>>().resolves.toEqualTypeOf<Premium>()
    expectTypeOf<ReturnType<typeof getRate>>().resolves.toEqualTypeOf<{ rate: bigint; postedAt: bigint }>()
    expectTypeOf<ReturnType<typeof getTerms>>().resolves.toEqualTypeOf<Terms>()
    expectTypeOf<ReturnType<typeof getCover>>().resolves.toEqualTypeOf<Cover>()
    expectTypeOf<ReturnType<typeof getIncident>>().resolves.toEqualTypeOf<Incident>()
    expectTypeOf<ReturnType<typeof getJournalEntries>>().resolves.toEqualTypeOf<readonly JournalEntry[]>()
  })

  test('behavior: amounts, times and numbers of things are bigints; small codes are not', () => {
    expectTypeOf<Terms['grace']>().toEqualTypeOf<bigint>()
    expectTypeOf<Terms['finderReward']>().toEqualTypeOf<number>()
    expectTypeOf<Terms['lossProof']>().toEqualTypeOf<'none' | 'merkle' | 'holdings'>()
    expectTypeOf<Incident['status']>().toEqualTypeOf<'none' | 'open' | 'granted' | 'denied' | 'lapsed' | 'closed'>()
    expectTypeOf<Assertion['lossTime']>().toEqualTypeOf<bigint>()
    expectTypeOf<PrepareBuyParameters['duration']>().toEqualTypeOf<bigint | undefined>()
  })
})

test('nested lists are lists of lists', () => {
  expectTypeOf<WideArgs<typeof lossProofsAbi, 'showToken'>[4]>().toEqualTypeOf<readonly (readonly Hex[])[]>()
})

describe('writes', () => {
  test('default', () => {
    expectTypeOf<ReturnType<typeof step>>().resolves.toEqualTypeOf<Hash>()
    expectTypeOf<ReturnType<typeof prepareBuy>>().toEqualTypeOf<PreparedCall>()
    expectTypeOf<ReturnType<typeof simulateBuy>>().resolves.toEqualTypeOf<{
      result: { id: bigint; premium: bigint }
      request: PreparedCall
    }>()
    expectTypeOf<Awaited<ReturnType<typeof simulateStep>>['result']>().toEqualTypeOf<bigint>()
    expectTypeOf<Options>().toEqualTypeOf<{ gas?: bigint | undefined; nonce?: number | undefined }>()
  })

  test('behavior: account and chain are needed if the client brings none', () => {
    expectTypeOf<StepParameters<Chain, Account>>().toExtend<{ account?: Account | Address | undefined }>()
    expectTypeOf<{ pool: Address; max: bigint }>().toExtend<StepParameters<Chain, Account>>()
    expectTypeOf<{ pool: Address; max: bigint }>().not.toExtend<StepParameters<Chain, undefined>>()
    expectTypeOf<{ pool: Address; max: bigint }>().not.toExtend<StepParameters<undefined, Account>>()
    expectTypeOf<{ pool: Address; max: bigint; account: Address; chain: null }>().toExtend<StepParameters>()
  })

  test('behavior: terms need no address but that of Listings', () => {
    type Parameters_ = Parameters<typeof createListing<Chain, Account>>[1]
    expectTypeOf<Terms & { listings: Address; wording: string }>().toExtend<Parameters_>()
  })
})

test('clients of viem are clients', () => {
  expectTypeOf<PublicClient<Transport, Chain>>().toExtend<Client<Transport, Chain>>()
  expectTypeOf<WalletClient<Transport, Chain, Account>>().toExtend<Parameters<typeof step<Chain, Account>>[0]>()
})

test('bound actions need no addresses', () => {
  expectTypeOf<BulwarkPublicActions['getListingCount']>().toBeCallableWith()
  expectTypeOf<BulwarkPublicActions['getTerms']>().toBeCallableWith({ listing: 1n })
  expectTypeOf<BulwarkPublicActions['getFrozenConfig']>().toBeCallableWith({ listing: 1n })
  expectTypeOf<BulwarkPublicActions['getFrozenConfig']>().returns.resolves.toEqualTypeOf<FrozenConfig>()
  expectTypeOf<BulwarkPublicActions['getReading']>().toBeCallableWith({ trigger: '0x', listing: 1n })
  expectTypeOf<BulwarkPublicActions['getProofTerms']>().toBeCallableWith({ proofTerms: '0x' })
  expectTypeOf<BulwarkPublicActions['getProofTerms']>().returns.resolves.toEqualTypeOf<ProofTerms>()
  expectTypeOf<BulwarkPublicActions['getTerms']>().returns.resolves.toEqualTypeOf<Terms>()
  expectTypeOf<BulwarkWalletActions<Chain, Account>['step']>().toBeCallableWith({ max: 1n })
})

test('a kind takes what it uses', () => {
  type Outage = Extract<FrozenConfig, { kind: 'outage' }>
  expectTypeOf<keyof Outage>().toEqualTypeOf<'kind' | 'target' | 'ratio' | 'persistence'>()
  expectTypeOf<Extract<ReserveConfig, { kind: 'bridge' }>>().toHaveProperty('locks')
  expectTypeOf<Extract<ReserveConfig, { kind: 'virtualPrice' }>>().not.toHaveProperty('heartbeat')
  expectTypeOf<{ token: Address; value: bigint }>().toExtend<ProofTerms>()
  expectTypeOf<{ token: Address; feed: Address }>().not.toExtend<ProofTerms>()
  expectTypeOf<Extract<ReportConfig, { source: 'signers' }>>().not.toHaveProperty('functions')
})

test('every error has typed arguments', () => {
  expectTypeOf<ContractErrorArgs<'CapacityExceeded'>>().toEqualTypeOf<{
    readonly scr: bigint
    readonly backing: bigint
  }>()
  expectTypeOf<ContractErrorArgs<'AccessManagedRequiredDelay'>>().toEqualTypeOf<{
    readonly caller: Address
    readonly delay: bigint
  }>()
  expectTypeOf<keyof typeof contractErrors>().toEqualTypeOf<ContractErrorName>()
  expectTypeOf<InstanceType<(typeof contractErrors)['RateStale']>['name']>().toEqualTypeOf<'RateStaleError'>()
})
