import type { Account, Address, Chain, Client, Hex, SignTypedDataErrorType, Transport } from 'viem'
import { getChainId, signTypedData } from 'viem/actions'
import type { ReadErrorType } from '../../internal/read.ts'
import { getTokenNonce } from '../governanceToken/getTokenNonce.ts'

/** What {@link signDelegation} takes. */
export type SignDelegationParameters = {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
  /** Whose tokens they are, and who signs. */
  delegator: Address
  /** Who votes with the tokens. */
  delegatee: Address
  /** Unix seconds until which the signature can be used. */
  expiry: bigint
  /** @default the signer's next, asked of the contract */
  nonce?: bigint | undefined
  /** Who signs, if the client has no account. @default the client's account */
  account?: Account | Address | undefined
  /** The chain's id. @default the client's chain */
  chainId?: number | undefined
}

/** What {@link signDelegation} returns. */
export type SignDelegationReturnType = Hex

/** What {@link signDelegation} can fail with. */
export type SignDelegationErrorType = ReadErrorType | SignTypedDataErrorType

const types = {
  Delegation: [
    { name: 'delegatee', type: 'address' },
    { name: 'nonce', type: 'uint256' },
    { name: 'expiry', type: 'uint256' },
  ],
} as const

/**
 * Signs who votes with one’s tokens; anyone may send it.
 *
 * @param client a viem client that can sign, and read the contract.
 * @param parameters what is signed, and who signs it.
 * @returns the signature, for {@link delegateVotesBySig}.
 * @example
 * const signature = await signDelegation(wallet, { governanceToken, delegator: alice, delegatee: bob, expiry: 2_000_000_000n })
 */
export async function signDelegation<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SignDelegationParameters,
): Promise<SignDelegationReturnType> {
  const { governanceToken, delegator, delegatee, expiry, account = client.account } = parameters
  const [nonce, chainId] = await Promise.all([
    parameters.nonce ?? getTokenNonce(client, { governanceToken, account: delegator }),
    parameters.chainId ?? client.chain?.id ?? getChainId(client),
  ])
  return signTypedData(client, {
    account: account as Account,
    domain: { name: 'Bulwark', version: '1', chainId, verifyingContract: governanceToken },
    types,
    primaryType: 'Delegation',
    message: { delegatee, nonce, expiry },
  })
}
