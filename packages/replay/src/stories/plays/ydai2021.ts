import { buildLossTree, everyAccount, type LeafClaim, type LossTree } from '@bulwark/sdk'
import { type Address, getAddress, parseEther, parseUnits } from 'viem'
import { StoryMismatchError } from '../../errors.ts'
import { assetOf, convene } from '../court/convene.ts'
import { judgeList } from '../court/judgeList.ts'
import { arbitrationTime, listJudged } from '../court/listJudged.ts'
import { stakeAssessors } from '../court/stakeAssessors.ts'
import { worstHoursOf } from '../court/worstHoursOf.ts'
import { money } from '../format.ts'
import { readFacts } from '../readFacts.ts'
import type { Stage } from '../Stage.ts'
import { day, hour, utc } from '../time.ts'
import type { Story } from '../types.ts'
import { usersOfProtocol } from '../wordings/usersOfProtocol.ts'

const wad = 10n ** 18n
const batch = 100
const lossAt = utc('2021-02-04T21:50')
/** What the protocol insured for all of its users: less than they lost. */
const insured = parseEther('8000000')
const [waiting, grace] = [2 * day, 30 * day]
const asset = { symbol: 'DAI', decimals: 18 }

/** Users who had cover of their own as well. */
const own = {
  Ann: { account: '0xfE6eD6353Ff866Cd93BFdCa0ca5DA08F083d4145', amount: parseEther('20000') },
  Bela: { account: '0xbD49B076F70ad8cb387F5f8392E0ce6Ad9C3E5f0', amount: parseEther('250') },
  Cyd: { account: '0x246EaDCBb25b18b0209E22D2B784C1cE88B191D6', amount: parseEther('1000') },
} as Record<string, { account: Address; amount: bigint }>

/** Who lost what; those who lost nothing are on no list. */
function listOf(): LossTree {
  const rows = readFacts<'account' | 'loss'>('ydai-2021.csv')
  const leaves = rows.map(({ account, loss }) => ({ account: getAddress(account), loss: parseUnits(loss, 18) }))
  return buildLossTree(leaves.filter(({ loss }) => loss > 0n))
}

/** A user's part of the protocol's cover. */
const partOf = (loss: bigint, lossSum: bigint) => (insured * loss) / lossSum

export const ydai2021: Story = {
  name: 'ydai-2021',
  what: 'a vault is drained, and one cover that its protocol bought pays every user by a list of losses',
  risk: 'hack of a protocol, for all of its users',
  decidedBy: 'Court: three assessors, on a list of 2,525 losses; each is paid by its Merkle proof, in batches of 100',
  told: [
    'Accounts and losses are real: 2,531 users of Yearn’s yDAI vault on 4 February 2021, of whom 2,525 lost 11,072,462 DAI. The covers, the pool and the assessors are invented.',
    'Covered: what a user lost. The protocol insured 8 million for all: each gets the same part of his loss. Who had cover of his own gets from it what is left.',
  ],
  begins: utc('2021-01-04T12:00'),
  configure: convene({ assets: [{ ...asset, name: 'Dai Stablecoin', value: wad }] }),
  expected() {
    const { leaves, lossSum } = listOf()
    const lossOf = (account: Address) => leaves.find((leaf) => leaf.account === account)?.loss ?? 0n
    const owned = Object.entries(own).map(([who, { account, amount }]) => {
      const left = lossOf(account) - partOf(lossOf(account), lossSum)
      return [who, amount < left ? amount : left]
    })
    const all = leaves.reduce((sum, { loss }) => sum + partOf(loss, lossSum), 0n)
    return { Yearn: all, ...Object.fromEntries(owned), Zoe: 0n }
  },
  async play(stage) {
    const dai = assetOf(stage, 'DAI')
    const tree = listOf()
    await stage.send(stage.bulwark.lossProofs, 'defineRootTerms', [rootTermsOf(dai.address)])
    const proofTerms = await stage.read<`0x${string}`>(stage.bulwark.lossProofs, 'defineRootTerms', [
      rootTermsOf(dai.address),
    ])
    await stakeAssessors(stage, { Iris: 250_000, Jon: 200_000, Kim: 200_000 })
    await listJudged(stage, {
      ...{ name: 'yDAI', currency: dai, bond: parseEther('1000') },
      wording: usersOfProtocol({
        ...{ protocol: 'the yDAI vault', unit: 'DAI', judge: 'the court' },
        ...{ waitingDays: waiting / day, graceDays: grace / day },
        worstHours: worstHoursOf({ grace, arbitrationTime }),
      }),
      summary: 'what users of the yDAI vault lose by a hack of it, as a list of losses that was ruled says',
      rate: (3n * wad) / 100n,
      terms: { lossProof: 1, proofTerms, waiting, grace },
    })
    await stage.openPool({
      ...{ name: 'Haven', asset: 'DAI', backs: ['yDAI'] },
      deposits: { Ada: parseEther('9000000'), Ben: parseEther('3000000') },
    })
    const order = { pool: 'Haven', listing: 'yDAI', days: 90 }
    stage.at(utc('2021-01-10T09:00'))
    await stage.buy({ ...order, who: 'Yearn', amount: insured, account: everyAccount, on: 'all users of the vault' })
    for (const [who, { account, amount }] of Object.entries(own)) {
      await stage.buy({ ...order, who, amount, account })
      await consent(stage, who, account)
    }
    // The hack is known, but nobody has asserted it yet.
    stage.at(lossAt + 2 * hour)
    await stage.buy({
      ...order,
      who: 'Zoe',
      amount: parseEther('50000'),
      account: (tree.leaves[0] as { account: Address }).account,
    })

    stage.at(utc('2021-02-05T18:00'))
    const { root, lossSum, leaves } = tree
    await stage.say(
      `a list of ${leaves.length} losses is asserted, ${money(asset, lossSum)} in all: root ${root.slice(0, 10)}…`,
    )
    const incident = await judgeList(stage, {
      ...{ listing: 'yDAI', pool: 'Haven', who: 'Mia', lossAt, ratio: wad, root, lossSum },
      evidence: 'ydai-2021.csv',
      reasons: {
        Iris: 'Shares at block 11,792,183, times what a share lost until block 11,792,352.',
        Jon: 'I unwrapped the pools and exchanges myself; root and sum are the same.',
        Kim: 'The vault was drained by a price that a loan moved: that is covered.',
      },
    })
    stage.at(stage.now + hour)
    await stage.settleLeaves(incident, lossAt, batchesOf(tree, 'Yearn'))
    await stage.say(`${leaves.length} accounts are paid in ${Math.ceil(leaves.length / batch)} transactions`, {
      pool: 'Haven',
    })
    const claims = Object.entries(own).map(([cover, { account }]) => ({ cover, claim: claimOf(tree, account) }))
    await stage.settleLeaves(incident, lossAt, claims)
    await requirePaid(stage, tree)
  },
}

const rootTermsOf = (dai: Address) => ({ asset: dai, value: wad, feed: `0x${'0'.repeat(40)}`, heartbeat: 0 })

/** The account lets its cover's owner be paid. */
async function consent(stage: Stage, who: string, account: Address): Promise<void> {
  const { id } = stage.covers.find(({ cover }) => cover === who) as { id: bigint }
  await stage.chain.test.impersonateAccount({ address: account })
  await stage.chain.test.setBalance({ address: account, value: wad })
  await stage.send(stage.bulwark.lossProofs, 'consent', [id, 2n ** 40n, '0x'], { who: { address: account } as never })
}

function claimOf(tree: LossTree, account: Address): LeafClaim {
  return tree.claimOf(0n, tree.placeOf(account) as number)
}

/** All leaves, as many at once as fit into a transaction. */
function batchesOf(tree: LossTree, cover: string) {
  const firsts = Array.from({ length: Math.ceil(tree.leaves.length / batch) }, (_, index) => index * batch)
  return firsts.map((first) => {
    return { cover, claim: tree.claimOf(0n, first, Math.min(batch, tree.leaves.length - first)) }
  })
}

/** Every account has what its loss says, to the unit. */
async function requirePaid(stage: Stage, { leaves, lossSum }: LossTree): Promise<void> {
  const { token } = stage.pool('Haven')
  const wrong: string[] = []
  for (let first = 0; first < leaves.length; first += batch) {
    const part = leaves.slice(first, first + batch)
    const balances = await Promise.all(part.map(({ account }) => stage.read<bigint>(token, 'balanceOf', [account])))
    for (const [index, { account, loss }] of part.entries())
      if (balances[index] !== partOf(loss, lossSum)) wrong.push(account)
  }
  if (wrong.length > 0) throw new StoryMismatchError({ story: 'ydai-2021', covers: wrong })
}
