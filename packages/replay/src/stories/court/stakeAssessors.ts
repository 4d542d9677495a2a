import { parseEther } from 'viem'
import { money } from '../format.ts'
import type { Stage } from '../Stage.ts'

/** The token that assessors stake and members vote with. */
export const stakeAsset = { symbol: 'BWK', decimals: 18 }

/** Each buys as many whole tokens of the treasury and stakes them. */
export async function stakeAssessors(stage: Stage, stakes: Readonly<Record<string, number>>): Promise<void> {
  const { court, token } = stage.bulwark
  for (const [who, tokens] of Object.entries(stakes)) {
    const amount = parseEther(String(tokens))
    await giveVotes(stage, who, tokens)
    await stage.send(token, 'approve', [court.address, amount], { who })
    await stage.send(court, 'stake', [amount], { who })
  }
  const told = Object.entries(stakes).map(([who, tokens]) => `${who} ${grouped(tokens)}`)
  await stage.say(`assessors stake: ${told.join(', ')} ${stakeAsset.symbol}`)
}

/** Somebody gets tokens of the protocol; with `delegates` they vote. */
export async function giveVotes(
  stage: Stage,
  who: string,
  tokens: number,
  { delegates = false }: { delegates?: boolean } = {},
): Promise<void> {
  const { token, chain } = stage.bulwark
  const { address } = stage.person(who)
  await stage.send(token, 'transfer', [address, parseEther(String(tokens))], { who: chain.actors.treasury })
  if (delegates) await stage.send(token, 'delegate', [address], { who })
}

const grouped = (tokens: number) => money({ symbol: '', decimals: 0 }, BigInt(tokens)).trimEnd()
