import type { Account, Address, Chain, Client, Hex, Transport } from 'viem'
import { getChainId, signTypedData } from 'viem/actions'

const types = {
  Permit: [
    { name: 'owner', type: 'address' },
    { name: 'spender', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

/** An approval to be signed. */
export type PermitApproval = {
  owner: Address
  spender: Address
  amount: bigint
  deadline: bigint
  account?: Account | Address | undefined
  chainId?: number | undefined
}

/** Signs an ERC-2612 permit for a token of the first version. */
export async function signPermitMessage<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  { owner, spender, amount, deadline, account = client.account, ...approval }: PermitApproval,
  token: { name: string; address: Address; nonce: bigint },
): Promise<Hex> {
  const chainId = approval.chainId ?? client.chain?.id ?? (await getChainId(client))
  return signTypedData(client, {
    account: account as Account,
    domain: { name: token.name, version: '1', chainId, verifyingContract: token.address },
    types,
    primaryType: 'Permit',
    message: { owner, spender, value: amount, nonce: token.nonce, deadline },
  })
}
