import { BulwarkError } from './base.ts'

/** The RPC has no event in which the wording of the listing is, within the blocks that were searched. */
export class WordingNotServedError extends BulwarkError {
  override readonly name = 'WordingNotServedError'

  constructor({ listing, cause }: { listing: bigint; cause?: Error | undefined }) {
    super(`The RPC serves no wording of listing ${listing} that hashes to what its covers are sold under.`, {
      cause,
      advice: 'Name the block in which it was created as `fromBlock`, or ask an RPC that keeps all events.',
    })
  }
}
