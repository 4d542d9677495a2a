import { expect, test } from 'vitest'
import { checkExamples } from './helpers/checkExamples.ts'

const prelude = `
import { readFile, writeFile } from 'node:fs/promises'
import { type Account, type Address, type Chain, createClient, type Hex, hexToString, keccak256, type PublicClient, type Transport, type WalletClient } from 'viem'
import type * as sdk from '../src/index.ts'
declare const client: PublicClient<Transport, Chain>
declare const wallet: WalletClient<Transport, Chain, Account>
declare const pool: Address, asset: Address, adjudicator: Address, alice: Address, bob: Address
declare const factory: Address, listings: Address, covers: Address, incidents: Address, descriptor: Address
declare const priceFeedTrigger: Address, vaultLossTrigger: Address, deficitTrigger: Address, reserveTrigger: Address
declare const frozenTrigger: Address, reportTrigger: Address, optimistic: Address, lossProofs: Address, salvage: Address
declare const court: Address, membersAppeal: Address, appeals: sdk.CourtConfig, version: sdk.CourtParameters, salt: Hex
declare const vault: Address, market: Address, supplied: Address, feed: Address
declare const governanceToken: Address, governor: Address, timelock: Address, accessManager: Address
declare const statementRegistry: Address, statementHash: Hex
declare const creationCode: Hex, signature: Hex, dataHash: Hex, modelHash: Hex
declare const id: bigint, lossTime: bigint, lossSum: bigint
declare const account: Address, proofTerms: Hex, root: Hex
declare const claim: sdk.LeafClaim, claims: sdk.LeafClaim[]
declare const claimOf: sdk.LossTree['claimOf']
declare const offer: sdk.Quote
declare const terms: sdk.Terms
declare const config: sdk.TriggerConfig
declare const text: string, deployment: sdk.Deployment, addresses: sdk.BulwarkAddresses, transport: Transport
declare const snapshot: Pick<sdk.QuoteOfflineParameters, 'pool' | 'risk' | 'maxLossProbability'>
`

test('the examples of the SDK compile', () => {
  const { count, problems } = checkExamples({ name: 'sdk', modules: ['src/index.ts'], prelude })
  expect(problems).toEqual([])
  expect(count).toBeGreaterThan(440)
})

test('the examples of the risk package compile', () => {
  const { count, problems } = checkExamples({
    name: 'risk',
    modules: ['src/exact/index.ts', 'src/mirror/index.ts'],
    prelude: `
import type * as mirror from '../src/mirror/index.ts'
declare const store: mirror.MirrorStore, pool: string, address: string, zeroHash: string
declare const id: bigint, timestamp: bigint
`,
  })
  expect(problems).toEqual([])
  expect(count).toBeGreaterThan(20)
})
