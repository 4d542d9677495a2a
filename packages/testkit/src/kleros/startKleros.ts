import { encodeAbiParameters, type Hex, parseEther, parseEventLogs } from 'viem'
import { chainTime } from '../chainTime.ts'
import type { Actor } from '../createActors.ts'
import type { Chain } from '../createChain.ts'
import { type Deployed, deploy } from '../deploy.ts'
import { increaseTo } from '../increaseTo.ts'
import { readPackageArtifact } from '../readPackageArtifact.ts'
import { send } from '../send.ts'

/** Kleros's own court on a test chain. */
export type Kleros = {
  /** `KlerosLiquid`, an ERC-792 arbitrator. */
  readonly liquid: Deployed
  /** Its general court with three jurors, as a listing names it. */
  readonly extraData: Hex
  /** Draws the jurors of the present round, who all vote for `choice`: the ruling can then be appealed. */
  judge(dispute: bigint, choice: bigint): Promise<void>
  /** Waits until nobody can appeal any more, and gives the ruling. */
  execute(dispute: bigint): Promise<void>
}

const minStakingTime = 3_600
const periods = { evidence: 86_400, commit: 3_600, vote: 86_400, appeal: 86_400 }
const generalCourt = 0n

/**
 * Deploys `KlerosLiquid` with its PNK, three jurors (the first voters), a random number that is always the same, and
 * periods of a day.
 *
 * @example
 * const kleros = await startKleros(chain)
 * await kleros.judge(dispute, 2n)
 */
export async function startKleros(chain: Chain): Promise<Kleros> {
  const { deployer, voters } = chain.actors
  const jurors = voters.slice(0, 3)
  const artifact = (name: string) => readPackageArtifact(`@kleros/kleros/build/contracts/${name}.json`)
  const call = (contract: Deployed, functionName: string, args: readonly unknown[], account: Actor = deployer) =>
    send(chain, { ...contract, functionName, args, account })
  const wait = async (seconds: number) => increaseTo(chain, (await chainTime(chain)) + seconds)

  const trees = await deploy(chain, await artifact('SortitionSumTreeFactory'))
  const random = await deploy(chain, { ...(await artifact('ConstantNG')), args: [4_242n] })
  const tokens = await deploy(chain, await artifact('MiniMeTokenFactory'))
  const none = '0x0000000000000000000000000000000000000000'
  const pnk = await deploy(chain, {
    ...(await artifact('MiniMeTokenERC20')),
    args: [tokens.address, none, 0n, 'Pinakion', 18, 'PNK', true],
  })
  const liquidArtifact = await artifact('KlerosLiquid')
  // Truffle's own placeholders: it knows no link references.
  const bytecode = liquidArtifact.bytecode.replace(/__[A-Za-z]+_+/g, trees.address.slice(2).toLowerCase()) as Hex
  const liquid = await deploy(chain, {
    ...{ abi: liquidArtifact.abi, bytecode },
    args: [
      ...[deployer.address, pnk.address, random.address, BigInt(minStakingTime), 3_600n, false],
      ...[parseEther('100'), 1_000n, parseEther('0.01'), 31n],
      ...[Object.values(periods).map(BigInt), 5n],
    ],
  })
  for (const juror of jurors) await call(pnk, 'generateTokens', [juror.address, parseEther('10000')])
  await call(pnk, 'changeController', [liquid.address])
  for (const juror of jurors) await call(liquid, 'setStake', [generalCourt, parseEther('5000')], juror)

  return {
    liquid,
    extraData: encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }], [generalCourt, 3n]),
    async judge(dispute, choice) {
      await wait(minStakingTime)
      await call(liquid, 'passPhase', [])
      await chain.test.mine({ blocks: 2 })
      await call(liquid, 'passPhase', [])
      const receipt = await call(liquid, 'drawJurors', [dispute, 100n])
      await call(liquid, 'passPhase', [])
      await wait(periods.evidence)
      await call(liquid, 'passPeriod', [dispute])
      const draws = parseEventLogs({ abi: liquid.abi, logs: receipt.logs, eventName: 'Draw' })
      const drawn = draws.map((log) => (log as unknown as { args: { _address: Hex; _voteID: bigint } }).args)
      for (const juror of jurors) {
        const ids = drawn.filter(({ _address }) => _address === juror.address).map(({ _voteID }) => _voteID)
        if (ids.length > 0) await call(liquid, 'castVote', [dispute, ids, choice, 0n], juror)
      }
      await call(liquid, 'passPeriod', [dispute])
    },
    async execute(dispute) {
      await wait(periods.appeal)
      await call(liquid, 'passPeriod', [dispute])
      await call(liquid, 'executeRuling', [dispute])
    },
  }
}
