import type { Address, Chain, Client, Transport } from 'viem'
import { reportTriggerAbi } from '../../abis/reportTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getReportDomain} takes. */
export type GetReportDomainParameters = ReadOptions & {
  /** The address of `ReportTrigger`. */
  reportTrigger: Address
}

/** What {@link getReportDomain} returns. */
export type GetReportDomainReturnType = {
  /** "Bulwark ReportTrigger". */
  name: string
  /** "1". */
  version: string
  /** The chain that a report is bound to. */
  chainId: bigint
  /** The contract that a report is bound to. */
  verifyingContract: Address
}

/** What {@link getReportDomain} can fail with. */
export type GetReportDomainErrorType = ReadErrorType

/**
 * Reads the EIP-712 domain of reports (ERC-5267).
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the domain, as viem's typed-data functions take it.
 * @example
 * const domain = await getReportDomain(client, { reportTrigger })
 */
export async function getReportDomain<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetReportDomainParameters,
): Promise<GetReportDomainReturnType> {
  const { reportTrigger } = parameters
  const [, name, version, chainId, verifyingContract] = await read(client, parameters, {
    abi: reportTriggerAbi,
    address: reportTrigger,
    functionName: 'eip712Domain',
    args: [],
  })
  return { name, version, chainId, verifyingContract }
}
