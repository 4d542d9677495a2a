import { BulwarkError } from '@bulwark/sdk'
import { BaseError, ContractFunctionRevertedError, ContractFunctionZeroDataError, ExecutionRevertedError } from 'viem'
import { NodeError, PrunedStateError, UnknownBlockError } from '../errors.ts'

// As geth, Erigon, Nethermind, Besu, Reth, anvil and the public gateways word it.
const pruned =
  /missing trie node|state.{0,40}(not available|unavailable|pruned|discarded|deleted)|historical state|pruned|required historical|no state available|old data not available|archive|worldstate|distance to target block exceeds|before the first available|history has been (pruned|expired)/i
const unknownBlock = /header not found|unknown block|block.{0,90}not (be )?found|BlockOutOfRange|block not available/i

/** The parameters of {@link explainFailure}. */
export type ExplainFailureParameters = { asked: string; blockNumber: bigint }

/**
 * What a node's failure means: state thrown away, a block that it does not know, a revert (left as it is), or silence.
 *
 * @example
 * throw explainFailure(error, { asked: 'eth_getStorageAt', blockNumber: 17n })
 */
export function explainFailure(error: unknown, { asked, blockNumber }: ExplainFailureParameters): Error {
  if (error instanceof BulwarkError) return error
  if (error instanceof BaseError) {
    const answered = error.walk(
      (cause) =>
        cause instanceof ContractFunctionRevertedError ||
        cause instanceof ContractFunctionZeroDataError ||
        cause instanceof ExecutionRevertedError,
    )
    if (answered) return error
  }
  const text = textOf(error)
  if (pruned.test(text)) return new PrunedStateError({ blockNumber, cause: error })
  if (unknownBlock.test(text)) return new UnknownBlockError({ block: blockNumber, cause: error })
  return new NodeError({ asked, cause: error })
}

/** Every message down the chain of causes: nodes' own words lie at its end. */
function textOf(error: unknown): string {
  const lines: string[] = []
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    lines.push(at.message, 'details' in at ? String(at.details) : '')
  }
  return lines.length === 0 ? String((error as { message?: unknown } | undefined)?.message ?? error) : lines.join('\n')
}
