import type {
  Abi,
  Chain,
  Client,
  ContractFunctionName,
  ReadContractErrorType,
  ReadContractParameters,
  Transport,
} from 'viem'
import { readContract } from 'viem/actions'
import type { BulwarkError } from '../errors/base.ts'
import { toBulwarkError } from '../errors/toBulwarkError.ts'
import { type CallOf, widenResult } from './call.ts'
import type { WideResult } from './wide.ts'

/** What every read takes beside its own parameters: as whom, at which block, and over which state it is asked. */
export type ReadOptions = {
  /** As whom to ask: an account, or its address. @default the client's */
  account?: ReadContractParameters['account']
  /** The block to ask at. */
  blockNumber?: bigint | undefined
  /** The block to ask at, by name. @default 'latest' */
  blockTag?: ReadContractParameters['blockTag']
  /** The block to ask in, if it is not what the chain says. */
  blockOverrides?: ReadContractParameters['blockOverrides']
  /** State to ask over, if it is not what the chain holds. */
  stateOverride?: ReadContractParameters['stateOverride']
}

/** What every read can fail with: an error of the contracts, or viem's. */
export type ReadErrorType = BulwarkError | ReadContractErrorType

/** Asks a contract; reverts come back as classes of the SDK's error tree. */
export async function read<
  chain extends Chain | undefined,
  const abi extends Abi,
  name extends ContractFunctionName<abi, 'view' | 'pure'>,
>(
  client: Client<Transport, chain>,
  options: ReadOptions,
  call: CallOf<abi, 'view' | 'pure', name>,
): Promise<WideResult<abi, name>> {
  const { account, blockNumber, blockTag, blockOverrides, stateOverride } = options
  const block = blockNumber === undefined ? { blockTag } : { blockNumber }
  try {
    const parameters = {
      ...call,
      account,
      ...block,
      blockOverrides,
      stateOverride,
    } as unknown as ReadContractParameters
    return widenResult(call, await readContract(client, parameters))
  } catch (error) {
    throw toBulwarkError(error)
  }
}
