import { poolAbi, prepareDeposit, previewDeposit } from '@bulwark/sdk'
import { parseEventLogs } from 'viem'
import { approvals } from '../chain/approvals.ts'
import { chooseSender } from '../chain/chooseSender.ts'
import { connect } from '../chain/connect.ts'
import { span } from '../chain/format.ts'
import { getCooldown } from '../chain/getCooldown.ts'
import { findPool } from '../chain/pools.ts'
import { readMaximum } from '../chain/readMaximum.ts'
import { amountOf, say } from '../chain/tokens.ts'
import { outcomeData, outcomeSection, transact } from '../chain/transact.ts'
import { argumentOf } from '../program/inputs.ts'
import type { Context, Result } from '../program/types.ts'

/**
 * `bulwark deposit`: underwrites with capital of one's own.
 *
 * @example
 * const { data } = await depositCommand(context)
 */
export async function depositCommand(context: Context): Promise<Result> {
  const connection = await connect(context)
  const pool = await findPool(connection, argumentOf(context, 'pool'))
  const sender = await chooseSender(context)
  const assets = await readMaximum(connection, argumentOf(context, 'amount'), pool.asset, sender.address)
  const shares = await previewDeposit(connection.client, { pool: pool.address, assets })
  const share = { symbol: 'shares', decimals: 18 }
  const cooldown = await getCooldown(connection, pool)
  const outcome = await transact(context, connection, sender, {
    title: 'Deposit',
    facts: [
      ['pool', `${pool.number} (${pool.address})`],
      ['deposit', say(assets, pool.asset)],
      ['for about', say(shares, share)],
      ['leaving', `takes ${span(cooldown)} or longer, while incidents are open or covers need the capital`],
    ],
    worst: `${say(assets, pool.asset)} are lost to the claims of those whom the pool covers`,
    steps: [
      ...(await approvals(connection, {
        ...{ token: pool.asset, owner: sender.address, spender: pool.address, amount: assets },
      })),
      {
        label: `deposit ${say(assets, pool.asset)}`,
        contract: `pool ${pool.number}`,
        call: prepareDeposit({ pool: pool.address, assets, receiver: sender.address }),
      },
    ],
  })
  const logs = outcome.receipts.flatMap((receipt) => receipt.logs)
  const [deposited] = parseEventLogs({ abi: poolAbi, logs, eventName: 'Deposit' })
  const minted = deposited?.args.shares ?? shares
  return {
    data: {
      ...{ asOf: connection.asOf, pool: { number: pool.number, address: pool.address } },
      ...{ assets: amountOf(assets, pool.asset), shares: amountOf(minted, share), ...outcomeData(outcome) },
    },
    view: [{ fields: [[outcome.dryRun ? 'would be minted' : 'minted', say(minted, share)]] }, outcomeSection(outcome)],
  }
}
