import type { Account, Address, Chain, Client, Hex, SignTypedDataErrorType, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, read } from '../../internal/read.ts'
import { signPermitMessage } from '../../internal/signPermitMessage.ts'
import { getPermitNonce } from '../pool/getPermitNonce.ts'

/** What {@link signPermit} takes. */
export type SignPermitParameters = {
  /** The pool. */
  pool: Address
  /** Whose shares they are, and who signs. */
  owner: Address
  /** Who may take them. */
  spender: Address
  /** Shares, 18 decimals. */
  amount: bigint
  /** Unix seconds until which the permit can be used. */
  deadline: bigint
  /** @default the owner's next, asked of the pool */
  nonce?: bigint | undefined
  /** Who signs, if the client has no account. @default the client's account */
  account?: Account | Address | undefined
  /** The chain's id. @default the client's chain */
  chainId?: number | undefined
}

/** What {@link signPermit} returns. */
export type SignPermitReturnType = Hex

/** What {@link signPermit} can fail with. */
export type SignPermitErrorType = ReadErrorType | SignTypedDataErrorType

/**
 * Signs a permit: an approval of pool shares without a transaction (ERC-2612).
 *
 * @param client a viem client that can sign, and read the pool.
 * @param parameters the approval, and who signs it.
 * @returns the signature, for {@link permitShares}.
 * @example
 * const approval = { pool, owner: alice, spender: bob, amount: 10n ** 18n, deadline: 2_000_000_000n }
 * const signature = await signPermit(wallet, approval)
 */
export async function signPermit<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: SignPermitParameters,
): Promise<SignPermitReturnType> {
  const { pool, owner } = parameters
  const [name, nonce] = await Promise.all([
    read(client, {}, { abi: poolAbi, address: pool, functionName: 'name', args: [] }),
    parameters.nonce ?? getPermitNonce(client, { pool, owner }),
  ])
  return signPermitMessage(client, parameters, { name, address: pool, nonce })
}
