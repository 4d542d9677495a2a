import { type Address, type Chain, type Client, type Hex, numberToHex, type Transport } from 'viem'
import { ProofNotServedError } from '../errors/proofs.ts'

type RpcProof = {
  readonly accountProof: readonly Hex[]
  readonly storageHash: Hex
  readonly codeHash: Hex
  readonly storageProof: readonly { readonly value: Hex; readonly proof: readonly Hex[] }[]
}

/** `eth_getProof`, as the RPC answers it. */
export async function requestProof<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  token: Address,
  slots: readonly Hex[],
  blockNumber: bigint,
): Promise<RpcProof> {
  const answer = (await client
    .request({ method: 'eth_getProof', params: [token, [...slots], numberToHex(blockNumber)] })
    .catch((cause) => {
      throw new ProofNotServedError({ token, blockNumber, cause })
    })) as RpcProof | null
  if (!answer?.accountProof || answer.storageProof.length !== slots.length) {
    throw new ProofNotServedError({ token, blockNumber })
  }
  return answer
}
