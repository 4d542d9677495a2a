import type { Account, Address, Chain, Client, Hex, SignTypedDataErrorType, Transport } from 'viem'
import { getChainId, signTypedData } from 'viem/actions'
import type { ReadErrorType } from '../../internal/read.ts'
import { type VoteSupport, voteSupports } from '../../types/governance.ts'
import { getVoteNonce } from '../governor/getVoteNonce.ts'

/** What {@link signVote} takes. */
export type SignVoteParameters = {
  /** The address of `BulwarkGovernor`. */
  governor: Address
  /** Its id. */
  proposal: bigint
  /** For, against or abstaining. */
  support: VoteSupport
  /** Who votes, and signs. */
  voter: Address
  /** @default the signer's next, asked of the contract */
  nonce?: bigint | undefined
  /** Who signs, if the client has no account. @default the client's account */
  account?: Account | Address | undefined
  /** The chain's id. @default the client's chain */
  chainId?: number | undefined
}

/** What {@link signVote} returns. */
export type SignVoteReturnType = Hex

/** What {@link signVote} can fail with. */
export type SignVoteErrorType = ReadErrorType | SignTypedDataErrorType

const types = {
  Ballot: [
    { name: 'proposalId', type: 'uint256' },
    { name: 'support', type: 'uint8' },
    { name: 'voter', type: 'address' },
    { name: 'nonce', type: 'uint256' },
  ],
} as const

/**
 * Signs a vote, which anyone may send.
 *
 * @param client a viem client that can sign, and read the contract.
 * @param parameters what is signed, and who signs it.
 * @returns the signature, for {@link castVoteBySig}.
 * @example
 * const signature = await signVote(wallet, { governor, proposal: id, support: 'for', voter: alice })
 */
export async function signVote<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SignVoteParameters,
): Promise<SignVoteReturnType> {
  const { governor, proposal, support, voter, account = client.account } = parameters
  const [nonce, chainId] = await Promise.all([
    parameters.nonce ?? getVoteNonce(client, { governor, account: voter }),
    parameters.chainId ?? client.chain?.id ?? getChainId(client),
  ])
  return signTypedData(client, {
    account: account as Account,
    domain: { name: 'Bulwark Governor', version: '1', chainId, verifyingContract: governor },
    types,
    primaryType: 'Ballot',
    message: { proposalId: proposal, support: voteSupports.indexOf(support), voter, nonce },
  })
}
