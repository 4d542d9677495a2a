import {
  type Account,
  type Address,
  type Chain,
  type Client,
  type Hash,
  type Hex,
  parseSignature,
  type Transport,
} from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import {
  type PreparedCall,
  prepare,
  type SimulateErrorType,
  type SimulateOptions,
  type SimulateReturnType,
  simulate,
  type WriteErrorType,
  type WriteOptions,
  write,
} from '../../internal/write.ts'

/** What {@link preparePermitShares} takes. */
export type PreparePermitSharesParameters = {
  /** The pool. */
  pool: Address
  /** Who signed. */
  owner: Address
  /** Who may take them. */
  spender: Address
  /** Shares, 18 decimals. */
  amount: bigint
  /** Unix seconds until which the permit can be used. */
  deadline: bigint
  /** What `signPermit` returned: 65 bytes. */
  signature: Hex
}

/** What {@link permitShares} takes. */
export type PermitSharesParameters<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = WriteOptions<chain, account> & PreparePermitSharesParameters

/** The hash of the transaction. */
export type PermitSharesReturnType = Hash

/** What {@link permitShares} can fail with. */
export type PermitSharesErrorType = WriteErrorType

/** What {@link simulatePermitShares} takes. */
export type SimulatePermitSharesParameters = SimulateOptions & PreparePermitSharesParameters

/** What {@link simulatePermitShares} returns. */
export type SimulatePermitSharesReturnType = SimulateReturnType<undefined>

/** What {@link simulatePermitShares} can fail with. */
export type SimulatePermitSharesErrorType = SimulateErrorType

/** What {@link preparePermitShares} returns. */
export type PreparePermitSharesReturnType = PreparedCall

/**
 * Approves a spender by the signature of the owner of shares (ERC-2612). Anyone may send it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns the hash of the transaction.
 * @throws {InvalidPermitError} if it was not signed by the owner.
 * @throws {PermitExpiredError} if it came too late.
 * @example
 * const approval = { pool, owner: alice, spender: bob, amount: 10n ** 18n, deadline: 2_000_000_000n }
 * const signature = await signPermit(wallet, approval)
 * const hash = await permitShares(wallet, { ...approval, signature })
 */
export async function permitShares<chain extends Chain | undefined, account extends Account | undefined>(
  client: Client<Transport, chain, account>,
  parameters: PermitSharesParameters<chain, account>,
): Promise<PermitSharesReturnType> {
  return write(client, parameters, toCall(parameters))
}

/**
 * Runs {@link permitShares} without sending it.
 *
 * @param client a viem client.
 * @param parameters the contract, what to call it with, and viem's options.
 * @returns `request`: the call to send.
 * @throws {InvalidPermitError} if it was not signed by the owner.
 * @throws {PermitExpiredError} if it came too late.
 * @example
 * const approval = { pool, owner: alice, spender: bob, amount: 10n ** 18n, deadline: 2_000_000_000n }
 * const signature = await signPermit(wallet, approval)
 * const { request } = await simulatePermitShares(client, { ...approval, signature })
 */
export async function simulatePermitShares<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SimulatePermitSharesParameters,
): Promise<SimulatePermitSharesReturnType> {
  return simulate(client, parameters, toCall(parameters))
}

/**
 * Encodes {@link permitShares} for a batch or a multisig; sends nothing.
 *
 * @param parameters the contract, and what to call it with.
 * @returns the call: `to`, `data`, `value`.
 * @example
 * const approval = { pool, owner: alice, spender: bob, amount: 10n ** 18n, deadline: 2_000_000_000n }
 * const signature = await signPermit(wallet, approval)
 * const call = preparePermitShares({ ...approval, signature })
 */
export function preparePermitShares(parameters: PreparePermitSharesParameters): PreparePermitSharesReturnType {
  return prepare(toCall(parameters))
}

function toCall({ pool, owner, spender, amount, deadline, signature }: PreparePermitSharesParameters) {
  const { r, s, yParity } = parseSignature(signature)
  const v = 27 + yParity
  return {
    abi: poolAbi,
    address: pool,
    functionName: 'permit',
    args: [owner, spender, amount, deadline, v, r, s],
  } as const
}
