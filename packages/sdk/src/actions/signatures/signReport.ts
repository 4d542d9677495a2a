import type { Account, Address, Chain, Client, Hex, SignTypedDataErrorType, Transport } from 'viem'
import { getChainId, signTypedData } from 'viem/actions'
import type { Report } from '../../types/report.ts'
import { getReportTypedData } from '../../utils/getReportTypedData.ts'

/** What {@link signReport} takes. */
export type SignReportParameters = {
  /** The address of `ReportTrigger`. */
  reportTrigger: Address
  /** Listing number. */
  listing: bigint
  /** Key of the event: see `getQuoteKey`. */
  key: Hex
  /** What is reported. */
  report: Report
  /** Who signs. @default the client's account */
  account?: Account | Address | undefined
  /** The chain's id. @default the client's chain */
  chainId?: number | undefined
}

/** What {@link signReport} returns. */
export type SignReportReturnType = Hex

/** What {@link signReport} can fail with. */
export type SignReportErrorType = SignTypedDataErrorType

/**
 * Signs a report on an event (EIP-712). Whose signatures count is fixed by the listing: see {@link getSigners}. Who signs
 * two reports of other values on one event is struck off for good.
 *
 * @param client a viem client that can sign.
 * @param parameters the report, what it is on, where it is valid, and who signs.
 * @returns the signature, for {@link submitReport}.
 * @example
 * const report = { value: 31n, distance: 0n, status: 0, time: offer.ends }
 * const signature = await signReport(wallet, { reportTrigger, listing: 1n, key: getQuoteKey(offer), report })
 */
export async function signReport<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SignReportParameters,
): Promise<SignReportReturnType> {
  const { reportTrigger, listing, key, report, account = client.account } = parameters
  const chainId = parameters.chainId ?? client.chain?.id ?? (await getChainId(client))
  const typedData = getReportTypedData({ reportTrigger, chainId, listing, key, report })
  return signTypedData(client, { ...typedData, account: account as Account })
}
