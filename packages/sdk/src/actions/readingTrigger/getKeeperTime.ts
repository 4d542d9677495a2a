import type { Address, Chain, Client, Transport } from 'viem'
import { readingTriggerAbi } from '../../abis/readingTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getKeeperTime} takes. */
export type GetKeeperTimeParameters = ReadOptions & {
  /** The address of a `VaultLossTrigger`, `DeficitTrigger`, `ReserveTrigger` or `FrozenTrigger`. */
  trigger: Address
}

/** What {@link getKeeperTime} returns. */
export type GetKeeperTimeReturnType = bigint

/** What {@link getKeeperTime} can fail with. */
export type GetKeeperTimeErrorType = ReadErrorType

/**
 * Reads how long keepers have to prove a span that is complete.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns seconds.
 * @example
 * const seconds = await getKeeperTime(client, { trigger: vaultLossTrigger })
 */
export async function getKeeperTime<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetKeeperTimeParameters,
): Promise<GetKeeperTimeReturnType> {
  const { trigger } = parameters
  return read(client, parameters, {
    abi: readingTriggerAbi,
    address: trigger,
    functionName: 'KEEPER_TIME',
    args: [],
  })
}
