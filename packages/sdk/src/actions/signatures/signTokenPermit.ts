import type { Account, Address, Chain, Client, Hex, SignTypedDataErrorType, Transport } from 'viem'
import type { ReadErrorType } from '../../internal/read.ts'
import { signPermitMessage } from '../../internal/signPermitMessage.ts'
import { getTokenNonce } from '../governanceToken/getTokenNonce.ts'

/** What {@link signTokenPermit} takes. */
export type SignTokenPermitParameters = {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
  /** Whose tokens they are, and who signs. */
  owner: Address
  /** Who may take them. */
  spender: Address
  /** Units, 18 decimals. */
  amount: bigint
  /** Unix seconds until which the permit can be used. */
  deadline: bigint
  /** @default the owner's next, asked of the token */
  nonce?: bigint | undefined
  /** Who signs, if the client has no account. @default the client's account */
  account?: Account | Address | undefined
  /** The chain's id. @default the client's chain */
  chainId?: number | undefined
}

/** What {@link signTokenPermit} returns. */
export type SignTokenPermitReturnType = Hex

/** What {@link signTokenPermit} can fail with. */
export type SignTokenPermitErrorType = ReadErrorType | SignTypedDataErrorType

/**
 * Signs a permit: an approval of tokens without a transaction (ERC-2612).
 *
 * @param client a viem client that can sign, and read the token.
 * @param parameters the approval, and who signs it.
 * @returns the signature, for {@link permitTokens}.
 * @example
 * const approval = { governanceToken, owner: alice, spender: bob, amount: 10n ** 18n, deadline: 2_000_000_000n }
 * const signature = await signTokenPermit(wallet, approval)
 */
export async function signTokenPermit<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SignTokenPermitParameters,
): Promise<SignTokenPermitReturnType> {
  const { governanceToken, owner } = parameters
  const nonce = parameters.nonce ?? (await getTokenNonce(client, { governanceToken, account: owner }))
  return signPermitMessage(client, parameters, { name: 'Bulwark', address: governanceToken, nonce })
}
