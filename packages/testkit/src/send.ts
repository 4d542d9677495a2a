import {
  type Abi,
  type Address,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionParameters,
  type EncodeFunctionDataParameters,
  encodeFunctionData,
  type TransactionReceipt,
} from 'viem'
import type { Chain } from './createChain.ts'
import { transact } from './internal/transact.ts'

type Writes = 'nonpayable' | 'payable'

/** The parameters of {@link send}: viem's `writeContract`, with what is needed to explain a revert. */
export type SendParameters<
  abi extends Abi | readonly unknown[] = Abi,
  functionName extends ContractFunctionName<abi, Writes> = ContractFunctionName<abi, Writes>,
  args extends ContractFunctionArgs<abi, Writes, functionName> = ContractFunctionArgs<abi, Writes, functionName>,
> = ContractFunctionParameters<abi, Writes, functionName, args> & {
  /** Who sends it: an actor, or any address that anvil signs for. */
  account: Address | { address: Address }
  /** Wei to send along. */
  value?: bigint
  /** Gas limit. @default the most that a transaction may have since EIP-7825, so that no estimate is needed */
  gas?: bigint
  /** Errors of contracts further down that `abi` does not have. */
  errors?: Abi
}

/**
 * Calls a contract in a transaction and waits until it is mined.
 *
 * @throws {TransactionRevertedError} with the error's name and arguments.
 * @example
 * await send(chain, { ...token, functionName: 'approve', args: [pool, 100n], account: chain.actors.holders[0] })
 */
export async function send<
  const abi extends Abi | readonly unknown[],
  functionName extends ContractFunctionName<abi, Writes>,
  const args extends ContractFunctionArgs<abi, Writes, functionName>,
>(chain: Chain, parameters: SendParameters<abi, functionName, args>): Promise<TransactionReceipt> {
  const { account, address, abi, functionName, value, gas, errors = [] } = parameters as SendParameters
  return transact(chain, {
    action: functionName,
    abi: [...abi, ...errors],
    from: typeof account === 'string' ? account : account.address,
    to: address,
    data: encodeFunctionData(parameters as EncodeFunctionDataParameters),
    value,
    gas,
  })
}
