import type { Abi, AbiParameter, AbiParameterToPrimitiveType } from 'viem'

/** Integers that viem decodes to numbers although they count time, covers or grains. */
type WideInteger = `${'u' | ''}int${24 | 32 | 40 | 48}`

/**
 * The TypeScript type of an ABI parameter under the SDK's one rule: integers of 8 and 16 bits (classes, basis points,
 * decimals, families) are numbers, every other integer is a bigint.
 */
export type Wide<parameter extends AbiParameter> = parameter extends { type: `${infer element}[]` }
  ? readonly Wide<Element<parameter, element>>[] // the outermost of several, which the pattern below does not find
  : parameter extends { type: `${infer element}[${string}]` }
    ? readonly Wide<Element<parameter, element>>[]
    : parameter extends { type: 'tuple'; components: infer components extends readonly AbiParameter[] }
      ? { [component in components[number] as NonNullable<component['name']>]: Wide<component> }
      : parameter['type'] extends WideInteger
        ? bigint
        : AbiParameterToPrimitiveType<parameter>

type Element<parameter extends AbiParameter, type extends string> = parameter extends {
  components: infer components extends readonly AbiParameter[]
}
  ? { type: type; components: components }
  : { type: type }

type WideTuple<parameters extends readonly AbiParameter[]> = {
  [key in keyof parameters]: Wide<parameters[key]>
}

type FunctionOf<abi extends Abi, name extends string> = Extract<abi[number], { type: 'function'; name: name }>

/** What a function takes. */
export type WideArgs<abi extends Abi, name extends string> = Readonly<WideTuple<FunctionOf<abi, name>['inputs']>>

/** What a function returns: nothing, one value, or a tuple. */
export type WideResult<abi extends Abi, name extends string> = Unwrap<WideTuple<FunctionOf<abi, name>['outputs']>>

type Unwrap<values extends readonly unknown[]> = values extends readonly []
  ? undefined
  : values extends readonly [infer value]
    ? value
    : values

/** Turns what viem decoded into what {@link Wide} says. */
export function widen(value: unknown, { type, ...parameter }: AbiParameter): unknown {
  const element = /^(.*)\[\d*\]$/.exec(type)?.[1]
  if (element !== undefined) {
    return (value as readonly unknown[]).map((item) => widen(item, { ...parameter, type: element }))
  }
  if (type === 'tuple') {
    const { components } = parameter as { components: readonly AbiParameter[] }
    const fields = value as Record<string, unknown>
    return Object.fromEntries(components.map((field) => [field.name, widen(fields[field.name ?? ''], field)]))
  }
  const bits = Number(/^u?int(\d+)$/.exec(type)?.[1] ?? 0)
  return typeof value === 'number' && bits > 16 ? BigInt(value) : value
}
