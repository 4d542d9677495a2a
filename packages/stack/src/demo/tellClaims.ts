import { incidentsAbi } from '@bulwark/sdk'
import { type Address, formatUnits, type PublicClient } from 'viem'
import { moment } from './playDemo.ts'

/** The parameters of {@link tellClaims}. */
export type TellClaimsParameters = {
  client: PublicClient
  incidents: Address
  /** Names of those whom people know, in lower case. */
  nameOf: (account: Address) => string
  /** How amounts of a cover's pool are written. */
  unitOf: (cover: bigint) => { symbol: string; decimals: number }
  say: (line: string) => void
}

/**
 * Tells of incidents and payouts as they come into blocks.
 *
 * @returns what ends it.
 */
export function tellClaims({ client, incidents, nameOf, unitOf, say }: TellClaimsParameters): () => void {
  return client.watchContractEvent({
    ...{ address: incidents, abi: incidentsAbi, pollingInterval: 500 },
    onLogs: async (logs) => {
      for (const log of logs) {
        const { timestamp } = await client.getBlock({ blockNumber: log.blockNumber })
        const line = describe(log, { nameOf, unitOf })
        if (line !== undefined) say(`${moment(timestamp)}: ${line}`)
      }
    },
    // The node ends before whoever watches it.
    onError: () => undefined,
  })
}

type Told = { eventName: string; args: object }

function describe(log: Told, { nameOf, unitOf }: Pick<TellClaimsParameters, 'nameOf' | 'unitOf'>): string | undefined {
  const args = log.args as Record<string, bigint> & { to: Address }
  switch (log.eventName) {
    case 'IncidentOpened':
      return `the keeper opened incident ${args.incident} on listing ${args.listing}.`
    case 'IncidentGranted':
      return `incident ${args.incident} is granted: a loss of ${percent(args.ratio as bigint)}, proven by the feed.`
    case 'IncidentDenied':
      return `incident ${args.incident} is denied: the price came back in time.`
    case 'CoverSettled': {
      const { symbol, decimals } = unitOf(args.id as bigint)
      return `${nameOf(args.to)} was paid ${formatUnits(args.payout as bigint, decimals)} ${symbol} for cover ${args.id}.`
    }
    default:
      return undefined
  }
}

const percent = (ratio: bigint): string => `${formatUnits(ratio, 16)} %`
