import { type Client, keccak256, type Transport } from 'viem'
import { getBlock, getChainId, getCode } from 'viem/actions'
import { CodeMismatchError, WrongChainError } from '../errors/deployment.ts'
import type { Deployment } from '../types/deployment.ts'

/**
 * Makes sure that a node follows the chain of a manifest, and that the contracts there are those which it names.
 *
 * @throws {WrongChainError} if chain id or genesis differ.
 * @throws {CodeMismatchError} if an address holds other code, or none.
 * @example
 * await checkDeployment(client, parseDeployment(text))
 */
export async function checkDeployment(client: Client<Transport>, deployment: Deployment): Promise<void> {
  const chainId = await getChainId(client)
  if (chainId !== deployment.chainId) {
    const [expected, actual] = [String(deployment.chainId), String(chainId)]
    throw new WrongChainError({ field: 'chain id', expected, actual })
  }
  const { hash } = await getBlock(client, { blockNumber: 0n })
  if (hash !== deployment.genesisHash) {
    throw new WrongChainError({ field: 'genesis hash', expected: deployment.genesisHash, actual: hash })
  }
  await Promise.all(
    Object.entries(deployment.contracts).map(async ([contract, deployed]) => {
      if (deployed === undefined) return
      const { address, codeHash: expected } = deployed
      const code = await getCode(client, { address })
      const actual = code === undefined ? undefined : keccak256(code)
      if (actual !== expected) throw new CodeMismatchError({ contract, address, expected, actual })
    }),
  )
}
