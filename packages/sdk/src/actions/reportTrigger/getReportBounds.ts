import type { Address, Chain, Client, Transport } from 'viem'
import { reportTriggerAbi } from '../../abis/reportTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getReportBounds} takes. */
export type GetReportBoundsParameters = ReadOptions & {
  /** The address of `ReportTrigger`. */
  reportTrigger: Address
}

/** What {@link getReportBounds} returns. */
export type GetReportBoundsReturnType = {
  /** Seconds in which a signed report can be contradicted. */
  challengePeriod: bigint
  /** Seconds between two requests for one report. */
  retryTime: bigint
}

/** What {@link getReportBounds} can fail with. */
export type GetReportBoundsErrorType = ReadErrorType

/**
 * Reads the times that hold for every report.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns both times.
 * @example
 * const { challengePeriod } = await getReportBounds(client, { reportTrigger })
 */
export async function getReportBounds<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetReportBoundsParameters,
): Promise<GetReportBoundsReturnType> {
  const { reportTrigger } = parameters
  const call = { abi: reportTriggerAbi, address: reportTrigger, args: [] } as const
  const [challengePeriod, retryTime] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'CHALLENGE_PERIOD' }),
    read(client, parameters, { ...call, functionName: 'RETRY_TIME' }),
  ])
  return { challengePeriod, retryTime }
}
