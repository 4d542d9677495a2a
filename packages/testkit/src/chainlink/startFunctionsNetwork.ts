import { createRequire } from 'node:module'
import {
  type Abi,
  type Address,
  concat,
  encodeAbiParameters,
  type Hex,
  hexToNumber,
  keccak256,
  pad,
  parseEventLogs,
  slice,
  stringToHex,
  type TransactionReceipt,
  toHex,
  zeroHash,
} from 'viem'
import { chainTime } from '../chainTime.ts'
import type { Actor } from '../createActors.ts'
import type { Chain } from '../createChain.ts'
import { type Deployed, deploy } from '../deploy.ts'
import { type SendParameters, send } from '../send.ts'
import { deployPriceFeed } from './deployPriceFeed.ts'
import { submitRound } from './submitRound.ts'

type Source = { abi: Abi; bytecode: string }

/** What a router and its network keep of a request. */
type Commitment = Record<string, unknown>

/** A request as its network saw it. */
export type FunctionsRequest = { requestId: Hex; commitment: Commitment; data: Hex }

/** What a network of four nodes answers. */
export type FunctionsAnswer = { result?: Hex; error?: Hex; signatures?: number }

/** Chainlink's own router and coordinator with a network of four nodes, of which three must sign. */
export type FunctionsNetwork = {
  readonly router: Deployed
  readonly donId: Hex
  /** Opens a subscription with 100 LINK of the owner's for a consumer, and returns its number. */
  subscribe(owner: Actor, consumer: Address): Promise<bigint>
  /** The request that a transaction sent. */
  requestIn(receipt: TransactionReceipt): FunctionsRequest
  /** Signs an answer as the first nodes do and transmits it; returns how the callback ended, as the router says. */
  answer(request: FunctionsRequest, answer: FunctionsAnswer): Promise<number>
}

const commitmentType = {
  type: 'tuple',
  components: [
    { name: 'requestId', type: 'bytes32' },
    { name: 'coordinator', type: 'address' },
    { name: 'estimatedTotalCostJuels', type: 'uint96' },
    { name: 'client', type: 'address' },
    { name: 'subscriptionId', type: 'uint64' },
    { name: 'callbackGasLimit', type: 'uint32' },
    { name: 'adminFee', type: 'uint72' },
    { name: 'donFee', type: 'uint72' },
    { name: 'gasOverheadBeforeCallback', type: 'uint40' },
    { name: 'gasOverheadAfterCallback', type: 'uint40' },
    { name: 'timeoutTimestamp', type: 'uint32' },
  ],
} as const

type Sources = Record<'FunctionsRouterSource' | 'FunctionsCoordinatorSource' | 'LinkTokenSource', Source>

/** From the package's file of bytecode: its root would load a chain of its own. Two megabytes, so only when needed. */
const readSources = (): Sources =>
  createRequire(import.meta.url)('@chainlink/functions-toolkit/dist/v1_contract_sources') as Sources

/**
 * Deploys Chainlink Functions from Chainlink's own bytecode, and plays the nodes.
 *
 * @example
 * const network = await startFunctionsNetwork(chain)
 * const subscription = await network.subscribe(owner, consumer)
 */
export async function startFunctionsNetwork(chain: Chain): Promise<FunctionsNetwork> {
  const sources = readSources()
  const { deployer, reporters } = chain.actors
  const [nodes, transmitters] = [reporters.slice(0, 4), reporters.slice(4, 8)]
  const make = ({ abi, bytecode }: Source, args: readonly unknown[]) =>
    deploy(chain, { abi, bytecode: (bytecode.startsWith('0x') ? bytecode : `0x${bytecode}`) as Hex, args })
  const call = (contract: Deployed, functionName: string, args: readonly unknown[], account: Actor = deployer) =>
    send(chain, { ...contract, functionName, args, account } as SendParameters)

  const link = await make(sources.LinkTokenSource, [])
  const feedOf = async (decimals: number, answer: bigint): Promise<Address> => {
    const feed = await deployPriceFeed(chain, { description: 'LINK', decimals })
    await submitRound(feed, { answer, updatedAt: (await chainTime(chain)) + 1 })
    return feed.proxy
  }
  const router = await make(sources.FunctionsRouterSource, [
    link.address,
    {
      maxConsumersPerSubscription: 100,
      adminFee: 0n,
      handleOracleFulfillmentSelector: '0x0ca76175',
      gasForCallExactCheck: 5_000,
      maxCallbackGasLimits: [300_000],
      subscriptionDepositMinimumRequests: 0,
      subscriptionDepositJuels: 0n,
    },
  ])
  const coordinator = await make(sources.FunctionsCoordinatorSource, [
    router.address,
    {
      fulfillmentGasPriceOverEstimationBP: 0,
      feedStalenessSeconds: 86_400,
      gasOverheadBeforeCallback: 105_000,
      gasOverheadAfterCallback: 65_000,
      minimumEstimateGasPriceWei: 10n ** 9n,
      maxSupportedRequestDataVersion: 1,
      fallbackUsdPerUnitLink: 1_400_000_000n,
      fallbackUsdPerUnitLinkDecimals: 8,
      fallbackNativePerUnitLink: 5n * 10n ** 15n,
      requestTimeoutSeconds: 300,
      donFeeCentsUsd: 0,
      operationFeeCentsUsd: 0,
    },
    await feedOf(18, 5n * 10n ** 15n),
    await feedOf(8, 1_400_000_000n),
  ])
  const donId = stringToHex('local', { size: 32 })
  await call(router, 'proposeContractsUpdate', [[donId], [coordinator.address]])
  await call(router, 'updateContracts', [])
  const addresses = (actors: readonly Actor[]) => actors.map(({ address }) => address)
  await call(coordinator, 'setConfig', [addresses(nodes), addresses(transmitters), 1, '0x', 1n, '0x'])
  const config = await chain.public.readContract({ ...coordinator, functionName: 'latestConfigDetails' })
  const digest = (config as readonly [number, number, Hex])[2]
  let epoch = 0n

  return {
    router,
    donId,
    async subscribe(owner, consumer) {
      const receipt = await call(router, 'createSubscriptionWithConsumer', [consumer], owner)
      const [created] = parseEventLogs({ abi: router.abi, logs: receipt.logs, eventName: 'SubscriptionCreated' })
      const { subscriptionId } = (created as unknown as { args: { subscriptionId: bigint } }).args
      const data = encodeAbiParameters([{ type: 'uint64' }], [subscriptionId])
      await call(link, 'transferAndCall', [router.address, 100n * 10n ** 18n, data])
      return subscriptionId
    },
    requestIn(receipt) {
      const [log] = parseEventLogs({ abi: coordinator.abi, logs: receipt.logs, eventName: 'OracleRequest' })
      return (log as unknown as { args: FunctionsRequest }).args
    },
    async answer({ requestId, commitment }, { result = '0x', error = '0x', signatures = 3 }) {
      const onchain = encodeAbiParameters([commitmentType], [commitment as never])
      const report = encodeAbiParameters(
        [{ type: 'bytes32[]' }, { type: 'bytes[]' }, { type: 'bytes[]' }, { type: 'bytes[]' }, { type: 'bytes[]' }],
        [[requestId], [result], [error], [onchain], ['0x']],
      )
      const context = [digest, toHex(++epoch << 8n, { size: 32 }), zeroHash] as const
      // Nodes sign the raw hash, without a message's prefix.
      const hash = keccak256(concat([keccak256(report), ...context]))
      const signed = await Promise.all(nodes.slice(0, signatures).map((node) => node.sign({ hash })))
      const rs = signed.map((signature) => slice(signature, 0, 32))
      const ss = signed.map((signature) => slice(signature, 32, 64))
      const vs = signed.map((signature) => toHex(hexToNumber(slice(signature, 64)) - 27, { size: 1 }))
      const v = pad(concat(vs), { dir: 'right', size: 32 })
      const receipt = await call(coordinator, 'transmit', [context, report, rs, ss, v], transmitters[0])
      const [log] = parseEventLogs({ abi: router.abi, logs: receipt.logs, eventName: 'RequestProcessed' })
      return (log as unknown as { args: { resultCode: number } }).args.resultCode
    },
  }
}
