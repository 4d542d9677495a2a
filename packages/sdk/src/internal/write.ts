import {
  type Abi,
  type Account,
  type Address,
  type Chain,
  type Client,
  type ContractFunctionName,
  encodeFunctionData,
  type Hash,
  type Hex,
  type SimulateContractErrorType,
  type SimulateContractParameters,
  type Transport,
  type WriteContractErrorType,
} from 'viem'
import { simulateContract, writeContract } from 'viem/actions'
import type { BulwarkError } from '../errors/base.ts'
import { toBulwarkError } from '../errors/toBulwarkError.ts'
import { type Call, type CallOf, widenResult } from './call.ts'
import type { ReadOptions } from './read.ts'
import type { WideResult } from './wide.ts'

/** What every write takes beside its own parameters. `account` and `chain` are needed if the client has none. */
export type WriteOptions<chain extends Chain | undefined, account extends Account | undefined> = Given<
  account,
  { account: Account | Address }
> &
  Given<chain, { chain: Chain | null }> & {
    /** Gas limit. @default what the node estimates */
    gas?: bigint | undefined
    /** The most to pay for a unit of gas, wei. */
    maxFeePerGas?: bigint | undefined
    /** The most of it that goes to the block's producer, wei. */
    maxPriorityFeePerGas?: bigint | undefined
    /** The sender's transaction count. @default the next */
    nonce?: number | undefined
    /** Data to put behind the call. */
    dataSuffix?: Hex | undefined
  }

/** Optional if the client brings it. */
type Given<ofClient, parameter> = [undefined] extends [ofClient]
  ? parameter
  : { [key in keyof parameter]?: parameter[key] | undefined }

/** What every simulation takes beside the parameters of its write. */
export type SimulateOptions = ReadOptions

/** A call that is ready to be sent: by `sendTransaction`, in a batch of `sendCalls`, or by a multisig. */
export type PreparedCall = {
  /** The contract. */
  to: Address
  /** The encoded call. */
  data: Hex
  /** Wei to send along. */
  value: bigint
}

/** What a write would return now, and the call to send. */
export type SimulateReturnType<result> = {
  /** What the function would return. */
  result: result
  /** The call that was simulated. */
  request: PreparedCall
}

/** What every write can fail with: an error of the contracts, or viem's. */
export type WriteErrorType = BulwarkError | WriteContractErrorType

/** What every simulation can fail with: an error of the contracts, or viem's. */
export type SimulateErrorType = BulwarkError | SimulateContractErrorType

/** Sends a call; a revert that the node foresees comes back as a class of the SDK's error tree. */
export async function write<
  chain extends Chain | undefined,
  account extends Account | undefined,
  const abi extends Abi,
  name extends ContractFunctionName<abi, 'nonpayable' | 'payable'>,
>(
  client: Client<Transport, chain, account>,
  options: WriteOptions<chain, account>,
  call: CallOf<abi, 'nonpayable' | 'payable', name>,
): Promise<Hash> {
  const { account, chain, gas, maxFeePerGas, maxPriorityFeePerGas, nonce, dataSuffix } = options as WriteOptions<
    undefined,
    undefined
  >
  const sent = { ...(account && { account }), ...(chain !== undefined && { chain }), dataSuffix }
  try {
    return await writeContract(client, {
      ...call,
      ...sent,
      gas,
      maxFeePerGas,
      maxPriorityFeePerGas,
      nonce,
    } as never)
  } catch (error) {
    throw toBulwarkError(error)
  }
}

/** Runs a call without sending it. */
export async function simulate<
  chain extends Chain | undefined,
  const abi extends Abi,
  name extends ContractFunctionName<abi, 'nonpayable' | 'payable'>,
>(
  client: Client<Transport, chain>,
  options: SimulateOptions,
  call: CallOf<abi, 'nonpayable' | 'payable', name>,
): Promise<SimulateReturnType<WideResult<abi, name>>> {
  const { account, blockNumber, blockTag, blockOverrides, stateOverride } = options
  const block = blockNumber === undefined ? { blockTag } : { blockNumber }
  try {
    const { result } = await simulateContract(client, {
      ...call,
      ...(account !== undefined && { account }),
      ...block,
      blockOverrides,
      stateOverride,
    } as unknown as SimulateContractParameters)
    return { result: widenResult(call, result), request: prepare(call) }
  } catch (error) {
    throw toBulwarkError(error)
  }
}

/** Encodes a call. */
export function prepare({ abi, address, functionName, args, value = 0n }: Call): PreparedCall {
  return { to: address, data: encodeFunctionData({ abi, functionName, args }), value }
}
