import type { Account, Address, Chain, Client, Hex, SignTypedDataErrorType, Transport } from 'viem'
import { getChainId, signTypedData } from 'viem/actions'
import type { ReadErrorType } from '../../internal/read.ts'
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

const types = {
  Permit: [
    { name: 'owner', type: 'address' },
    { name: 'spender', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

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
  const { governanceToken, owner, spender, amount, deadline, account = client.account } = parameters
  const [nonce, chainId] = await Promise.all([
    parameters.nonce ?? getTokenNonce(client, { governanceToken, account: owner }),
    parameters.chainId ?? client.chain?.id ?? getChainId(client),
  ])
  return signTypedData(client, {
    account: account as Account,
    domain: { name: 'Bulwark', version: '1', chainId, verifyingContract: governanceToken },
    types,
    primaryType: 'Permit',
    message: { owner, spender, value: amount, nonce, deadline },
  })
}
