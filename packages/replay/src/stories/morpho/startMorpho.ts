import { type Deployed, deploy } from '@bulwark/testkit'
import { type Address, encodeAbiParameters, keccak256, maxUint256, zeroAddress } from 'viem'
import type { Stage } from '../Stage.ts'
import { day } from '../time.ts'
import { readMorphoArtifact } from './readMorphoArtifact.ts'

const lltv = 860_000_000_000_000_000n
const noCap = 1n << 128n

type Market = { loanToken: Address; collateralToken: Address; oracle: Address; irm: Address; lltv: bigint }

/** Morpho Blue with one market, and a MetaMorpho vault that lends on it; all from Morpho's own bytecode. */
export type Morpho = {
  readonly blue: Deployed
  readonly vault: Deployed
  readonly market: Market
  /** Sets what a whole collateral token is worth, in units of the loan token. */
  setPrice(price: bigint): Promise<void>
  /** Lends through the vault. */
  lend(who: string, assets: bigint): Promise<void>
  /** Borrows against collateral. */
  borrow(who: string, collateral: bigint, assets: bigint): Promise<void>
  /** Pays a debt back and takes nothing. */
  repay(who: string, assets: bigint): Promise<void>
  /** Takes all of a borrower's collateral against his debt. */
  liquidate(who: string, borrower: string, collateral: bigint): Promise<void>
  /** Pays all of a borrower's debt, and takes collateral for it. */
  liquidateDebt(who: string, borrower: string): Promise<void>
  /** What a borrower has pledged. */
  collateralOf(borrower: string): Promise<bigint>
}

/**
 * Deploys the market without a rate model, so that a debt stays what was borrowed and anyone can follow the figures. It
 * takes a day: that is how long MetaMorpho makes its owner wait until a market is taken up.
 *
 * @param tokens 6 decimals are lent, 18 pledged.
 */
export async function startMorpho(
  stage: Stage,
  { loan, collateral, price }: { loan: Deployed; collateral: Deployed; price: bigint },
): Promise<Morpho> {
  const { deployer } = stage.chain.actors
  const asOwner = { who: deployer }
  const make = async (path: string, args: readonly unknown[]) => {
    await stage.setTime()
    return deploy(stage.chain, { ...(await readMorphoArtifact(path)), args })
  }
  const blue = await make('lib/morpho-blue/src/Morpho', [deployer.address])
  const oracle = await make('src/mocks/OracleMock', [])
  // Morpho wants the price of one unit in units, with 36 decimals.
  const setPrice = async (whole: bigint) => {
    await stage.send(oracle, 'setPrice', [whole * 10n ** 18n], asOwner)
  }
  await setPrice(price)
  await stage.send(blue, 'enableIrm', [zeroAddress], asOwner)
  await stage.send(blue, 'enableLltv', [lltv], asOwner)
  const market: Market = {
    ...{ loanToken: loan.address, collateralToken: collateral.address, oracle: oracle.address, irm: zeroAddress, lltv },
  }
  await stage.send(blue, 'createMarket', [market])
  const args = [deployer.address, blue.address, BigInt(day), loan.address, 'Steady USDC', 'sUSDC']
  const vault = await make('lib/metamorpho/src/MetaMorpho', args)
  await stage.send(vault, 'submitCap', [market, noCap], asOwner)
  stage.at(stage.now + day)
  await stage.send(vault, 'acceptCap', [market], asOwner)
  const id = keccak256(
    encodeAbiParameters(
      [{ type: 'address' }, { type: 'address' }, { type: 'address' }, { type: 'address' }, { type: 'uint256' }],
      [market.loanToken, market.collateralToken, market.oracle, market.irm, lltv],
    ),
  )
  await stage.send(vault, 'setSupplyQueue', [[id]], asOwner)

  const positionOf = (who: string) =>
    stage.read<readonly [bigint, bigint, bigint]>(blue, 'position', [id, stage.person(who).address])

  return {
    ...{ blue, vault, market, setPrice },
    async lend(who, assets) {
      await stage.give(loan, who, assets, vault.address)
      await stage.send(vault, 'deposit', [assets, stage.person(who).address], { who })
    },
    async borrow(who, amount, assets) {
      const { address } = stage.person(who)
      await stage.give(collateral, who, amount, blue.address)
      await stage.send(blue, 'supplyCollateral', [market, amount, address, '0x'], { who })
      await stage.send(blue, 'borrow', [market, assets, 0n, address, address], { who })
    },
    async repay(who, assets) {
      const { address } = stage.person(who)
      await stage.send(loan, 'approve', [blue.address, maxUint256], { who })
      await stage.send(blue, 'repay', [market, assets, 0n, address, '0x'], { who })
    },
    async liquidate(who, borrower, amount) {
      await stage.give(loan, who, maxUint256 >> 128n, blue.address)
      await stage.send(blue, 'liquidate', [market, stage.person(borrower).address, amount, 0n, '0x'], { who })
    },
    async liquidateDebt(who, borrower) {
      const [, shares] = await positionOf(borrower)
      await stage.give(loan, who, maxUint256 >> 128n, blue.address)
      await stage.send(blue, 'liquidate', [market, stage.person(borrower).address, 0n, shares, '0x'], { who })
    },
    async collateralOf(borrower) {
      const [, , pledged] = await positionOf(borrower)
      return pledged
    },
  }
}
