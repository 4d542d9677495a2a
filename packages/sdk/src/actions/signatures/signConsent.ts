import type { Account, Address, Chain, Client, Hex, SignTypedDataErrorType, Transport } from 'viem'
import { getChainId, signTypedData } from 'viem/actions'
import { getConsentTypedData } from '../../utils/getConsentTypedData.ts'

/** What {@link signConsent} takes. */
export type SignConsentParameters = {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Id of the cover. */
  id: bigint
  /** Who may be paid: the cover's present owner. */
  owner: Address
  /** Unix seconds until which it may be brought. */
  deadline: bigint
  /** Who signs. @default the client's account */
  account?: Account | Address | undefined
  /** The chain's id. @default the client's chain */
  chainId?: number | undefined
}

/** What {@link signConsent} returns. */
export type SignConsentReturnType = Hex

/** What {@link signConsent} can fail with. */
export type SignConsentErrorType = SignTypedDataErrorType

/**
 * Signs the consent of a protected account that the owner of a cover is paid for it (EIP-712). It falls when the cover
 * changes hands.
 *
 * @param client a viem client that can sign.
 * @param parameters the cover, who may be paid, where it is valid, and who signs.
 * @returns the signature, for {@link giveConsent}.
 * @example
 * const signature = await signConsent(wallet, { lossProofs, id, owner: alice, deadline: 2_000_000_000n })
 */
export async function signConsent<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SignConsentParameters,
): Promise<SignConsentReturnType> {
  const { lossProofs, id, owner, deadline, account = client.account } = parameters
  const chainId = parameters.chainId ?? client.chain?.id ?? (await getChainId(client))
  const typedData = getConsentTypedData({ lossProofs, chainId, id, owner, deadline })
  return signTypedData(client, { ...typedData, account: account as Account })
}
