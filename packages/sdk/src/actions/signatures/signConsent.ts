import type { Account, Address, Chain, Client, Hex, SignTypedDataErrorType, Transport } from 'viem'
import { getChainId, signTypedData } from 'viem/actions'
import { getConsentTypedData } from '../../utils/getConsentTypedData.ts'

/** What {@link signConsent} takes. */
export type SignConsentParameters = {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Id of the cover. */
  coverId: bigint
  /** Its present owner, who may be paid. */
  owner: Address
  /** Unix seconds until which the consent may be brought. */
  deadline: bigint
  /** The protected account, which signs. @default the client's account */
  account?: Account | Address | undefined
  /** The chain's id. @default the client's chain */
  chainId?: number | undefined
}

/** What {@link signConsent} returns. */
export type SignConsentReturnType = Hex

/** What {@link signConsent} can fail with. */
export type SignConsentErrorType = SignTypedDataErrorType

/**
 * Signs, as a protected account, that the owner of a cover may be paid (EIP-712).
 *
 * @param client a viem client that can sign.
 * @param parameters what is consented to, where it is valid, and who signs.
 * @returns the signature, for {@link giveConsent}.
 * @example
 * const signature = await signConsent(wallet, { lossProofs: proofs, coverId: id, owner: alice, deadline: 1_800_000_000n })
 */
export async function signConsent<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SignConsentParameters,
): Promise<SignConsentReturnType> {
  const { lossProofs, coverId, owner, deadline, account = client.account } = parameters
  const chainId = parameters.chainId ?? client.chain?.id ?? (await getChainId(client))
  const typedData = getConsentTypedData({ lossProofs, chainId, coverId, owner, deadline })
  return signTypedData(client, { ...typedData, account: account as Account })
}
