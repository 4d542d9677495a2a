import type { Abi, AbiFunction, AbiStateMutability, Address, ContractFunctionName } from 'viem'
import { type WideArgs, type WideResult, widen } from './wide.ts'

/** One call of a contract's function: what every action turns its parameters into. */
export type Call<
  abi extends Abi = Abi,
  name extends string = string,
  args extends readonly unknown[] = readonly unknown[],
> = {
  readonly abi: abi
  readonly address: Address
  readonly functionName: name
  readonly args: args
  /** Wei to send along. */
  readonly value?: bigint
}

/** A call whose arguments are checked against its ABI. */
export type CallOf<
  abi extends Abi,
  mutability extends AbiStateMutability,
  name extends ContractFunctionName<abi, mutability>,
> = Call<abi, name, WideArgs<abi, name>>

/** The outputs of a call as the SDK types them. */
export function widenResult<abi extends Abi, name extends string>(
  { abi, functionName, args }: Call<abi, name>,
  result: unknown,
): WideResult<abi, name> {
  const { outputs } = abi.find(
    (item): item is AbiFunction =>
      item.type === 'function' && item.name === functionName && item.inputs.length === args.length,
  ) as AbiFunction
  const [output] = outputs
  if (output && outputs.length === 1) return widen(result, output) as WideResult<abi, name>
  const results = (result ?? []) as readonly unknown[]
  return (outputs.length === 0 ? undefined : outputs.map((output, i) => widen(results[i], output))) as WideResult<
    abi,
    name
  >
}
