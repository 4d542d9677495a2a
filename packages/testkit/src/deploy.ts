import { type Abi, type Address, encodeDeployData, type Hex } from 'viem'
import type { Chain } from './createChain.ts'
import { LibraryNotLinkedError } from './errors.ts'
import { transact } from './internal/transact.ts'
import type { LinkReferences } from './linkLibraries.ts'

/** The parameters of {@link deploy}: an artifact, spread, with what it is deployed with. */
export type DeployParameters<abi extends Abi = Abi> = {
  abi: abi
  bytecode: Hex
  linkReferences?: LinkReferences
  /** The constructor's arguments. @default none */
  args?: readonly unknown[]
  /** @default the deployer */
  account?: Address | { address: Address }
  /** Wei to send along. */
  value?: bigint
}

/** A contract on the chain, in the shape viem's actions and {@link send} take. */
export type Deployed<abi extends Abi = Abi> = { readonly address: Address; readonly abi: abi }

/**
 * Deploys a contract.
 *
 * @returns its address and ABI, to be spread into `send` and `readContract`.
 * @throws {LibraryNotLinkedError} if the bytecode still has holes for libraries.
 * @throws {TransactionRevertedError} if the constructor reverts.
 * @example
 * const covers = await deploy(chain, { ...(await readForgeArtifact('Covers')), args: [owner] })
 * await chain.public.readContract({ ...covers, functionName: 'name' })
 */
export async function deploy<const abi extends Abi>(
  chain: Chain,
  parameters: DeployParameters<abi>,
): Promise<Deployed<abi>> {
  const { abi, bytecode, linkReferences = {}, args = [], account = chain.actors.deployer, value } = parameters
  if (bytecode.includes('__')) {
    throw new LibraryNotLinkedError({ libraries: Object.values(linkReferences).flatMap(Object.keys) })
  }
  const { contractAddress } = await transact(chain, {
    action: 'The constructor',
    abi,
    from: typeof account === 'string' ? account : account.address,
    data: encodeDeployData({ abi: abi as Abi, bytecode, args }),
    value,
  })
  return { address: contractAddress as Address, abi }
}
