import { type Bulwark, type Deployed, deployToken, type Kleros, send, startKleros } from '@bulwark/testkit'
import type { Stage } from '../Stage.ts'

/** An asset in which pools pay what the court rules. */
export type CourtAsset = {
  symbol: string
  name: string
  decimals: number
  /** What one token of stake is worth in it, units: interests and amounts at stake are measured by it. */
  value: bigint
}

type Courtroom = { assets: ReadonlyMap<string, CourtAsset & { token: Deployed }>; kleros: Kleros | undefined }

const rooms = new WeakMap<Bulwark, Courtroom>()

/**
 * What a story's `configure` does whose losses the court judges: deploys the assets, has the deployer say what the stake
 * token is worth in each while he still may, and starts Kleros's own court where appeals go there.
 *
 * @example
 * configure: convene({ assets: [{ symbol: 'DAI', name: 'Dai Stablecoin', decimals: 18, value: wad }] })
 */
export function convene({ assets, usesKleros = false }: { assets: readonly CourtAsset[]; usesKleros?: boolean }) {
  return async (bulwark: Bulwark): Promise<void> => {
    const { chain, court } = bulwark
    const deployed = new Map<string, CourtAsset & { token: Deployed }>()
    for (const asset of assets) {
      const token = await deployToken(chain, asset)
      const [args, account] = [[token.address, asset.value], chain.actors.deployer]
      await send(chain, { ...court, functionName: 'setStakeValue', args, account })
      deployed.set(asset.symbol, { ...asset, token })
    }
    rooms.set(bulwark, { assets: deployed, kleros: usesKleros ? await startKleros(chain) : undefined })
  }
}

/** An asset that {@link convene} deployed, known to the stage from now on. */
export function assetOf(stage: Stage, symbol: string): Deployed {
  const asset = rooms.get(stage.bulwark)?.assets.get(symbol)
  if (!asset) throw new Error(`The story convened no court with ${symbol}.`)
  stage.know(asset.token, asset)
  return asset.token
}

/** Kleros's court, where the story asked for it. */
export const klerosOf = ({ bulwark }: Stage): Kleros | undefined => rooms.get(bulwark)?.kleros
