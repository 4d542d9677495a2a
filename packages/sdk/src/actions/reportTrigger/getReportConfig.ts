import type { Address, Chain, Client, Transport } from 'viem'
import { reportTriggerAbi } from '../../abis/reportTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { fromReportConfig } from '../../internal/toReportConfig.ts'
import type { ReportConfig } from '../../types/report.ts'

/** What {@link getReportConfig} takes. */
export type GetReportConfigParameters = ReadOptions & {
  /** The address of `ReportTrigger`. */
  reportTrigger: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getReportConfig} returns. */
export type GetReportConfigReturnType = ReportConfig

/** What {@link getReportConfig} can fail with. */
export type GetReportConfigErrorType = ReadErrorType

/**
 * Reads what a `ReportTrigger` watches for a listing.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns what it watches; of the signers the set scheduled last.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @example
 * const { source, table } = await getReportConfig(client, { reportTrigger, listing: 1n })
 */
export async function getReportConfig<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetReportConfigParameters,
): Promise<GetReportConfigReturnType> {
  const { reportTrigger, listing } = parameters
  return fromReportConfig(
    await read(client, parameters, {
      abi: reportTriggerAbi,
      address: reportTrigger,
      functionName: 'configOf',
      args: [listing],
    }),
  )
}
