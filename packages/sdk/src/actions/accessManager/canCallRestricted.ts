import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { bulwarkAccessManagerAbi } from '../../abis/bulwarkAccessManagerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link canCallRestricted} takes. */
export type CanCallRestrictedParameters = ReadOptions & {
  /** The address of `BulwarkAccessManager`. */
  accessManager: Address
  /** Who would call. */
  caller: Address
  /** The contract. */
  target: Address
  /** Selector of the function. */
  selector: Hex
}

/** What {@link canCallRestricted} returns. */
export type CanCallRestrictedReturnType = { immediate: boolean; delay: bigint }

/** What {@link canCallRestricted} can fail with. */
export type CanCallRestrictedErrorType = ReadErrorType

/**
 * Reads whether somebody may call a restricted function, and how long ahead he has to announce it.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns whether, and seconds.
 * @example
 * await canCallRestricted(client, { accessManager, caller: alice, target: listings, selector: dataHash })
 */
export async function canCallRestricted<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: CanCallRestrictedParameters,
): Promise<CanCallRestrictedReturnType> {
  const { accessManager, caller, target, selector } = parameters
  const [immediate, delay] = await read(client, parameters, {
    abi: bulwarkAccessManagerAbi,
    address: accessManager,
    functionName: 'canCall',
    args: [caller, target, selector],
  })
  return { immediate, delay }
}
