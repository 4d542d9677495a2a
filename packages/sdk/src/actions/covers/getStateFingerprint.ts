import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { coversAbi } from '../../abis/coversAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getStateFingerprint} takes. */
export type GetStateFingerprintParameters = ReadOptions & {
  /** The address of `Covers`. */
  covers: Address
  /** Id of the cover. */
  id: bigint
}

/** What {@link getStateFingerprint} returns. */
export type GetStateFingerprintReturnType = Hex

/** What {@link getStateFingerprint} can fail with. */
export type GetStateFingerprintErrorType = ReadErrorType

/**
 * Reads the fingerprint of everything that a buyer of this cover should have seen (ERC-5646): it differs after every claim
 * and every change, also of the payee. Whoever trades covers checks it in the trade.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the fingerprint.
 * @throws {TokenDoesNotExistError} if there is no such cover.
 * @example
 * const fingerprint = await getStateFingerprint(client, { covers, id })
 */
export async function getStateFingerprint<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetStateFingerprintParameters,
): Promise<GetStateFingerprintReturnType> {
  const { covers, id } = parameters
  return read(client, parameters, { abi: coversAbi, address: covers, functionName: 'getStateFingerprint', args: [id] })
}
