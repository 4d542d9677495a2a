import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { reportTriggerAbi } from '../../abis/reportTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { toEvent } from '../../internal/toReport.ts'
import type { InsuredEvent } from '../../types/report.ts'

/** What {@link getEventKey} takes. */
export type GetEventKeyParameters = ReadOptions & {
  /** The address of `ReportTrigger`. */
  reportTrigger: Address
  /** The event, as the quote named it. */
  event: InsuredEvent
}

/** What {@link getEventKey} returns. */
export type GetEventKeyReturnType = Hex

/** What {@link getEventKey} can fail with. */
export type GetEventKeyErrorType = ReadErrorType

/**
 * Asks for the key of an event; `getQuoteKey` computes the same without asking.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the key.
 * @example
 * const key = await getEventKey(client, { reportTrigger, event: offer })
 */
export async function getEventKey<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetEventKeyParameters,
): Promise<GetEventKeyReturnType> {
  const { reportTrigger, event } = parameters
  return read(client, parameters, {
    abi: reportTriggerAbi,
    address: reportTrigger,
    functionName: 'keyOf',
    args: [toEvent(event)],
  })
}
