import type { Address, Chain, Client, Transport } from 'viem'
import { incidentsAbi } from '../../abis/incidentsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getIncidentsContracts} takes. */
export type GetIncidentsContractsParameters = ReadOptions & {
  /** The address of `Incidents`. */
  incidents: Address
}

/** What {@link getIncidentsContracts} returns. */
export type GetIncidentsContractsReturnType = {
  /** `LossProofs`: proves what an account held. */
  lossProofs: Address
  /** `Salvage`: takes distressed tokens against payouts. */
  salvage: Address
}

/** What {@link getIncidentsContracts} can fail with. */
export type GetIncidentsContractsErrorType = ReadErrorType

/**
 * Reads which contracts `Incidents` trusts.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @example
 * const { lossProofs, salvage } = await getIncidentsContracts(client, { incidents })
 */
export async function getIncidentsContracts<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetIncidentsContractsParameters,
): Promise<GetIncidentsContractsReturnType> {
  const call = { abi: incidentsAbi, address: parameters.incidents, args: [] } as const
  const [lossProofs, salvage] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'LOSS_PROOFS' }),
    read(client, parameters, { ...call, functionName: 'SALVAGE' }),
  ])
  return { lossProofs, salvage }
}
