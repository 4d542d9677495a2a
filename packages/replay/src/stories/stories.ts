import { badDebt } from './plays/badDebt.ts'
import { bridge } from './plays/bridge.ts'
import { bzx2020 } from './plays/bzx2020.ts'
import { crash2023 } from './plays/crash2023.ts'
import { dexHack } from './plays/dexHack.ts'
import { euler2023 } from './plays/euler2023.ts'
import { exchange2022 } from './plays/exchange2022.ts'
import { exchangeReserve } from './plays/exchangeReserve.ts'
import { exitScam } from './plays/exitScam.ts'
import { flights } from './plays/flights.ts'
import { frozen } from './plays/frozen.ts'
import { governance } from './plays/governance.ts'
import { keyTheft } from './plays/keyTheft.ts'
import { nftFloor } from './plays/nftFloor.ts'
import { nftTheft } from './plays/nftTheft.ts'
import { operatingError } from './plays/operatingError.ts'
import { outage } from './plays/outage.ts'
import { quakesStory } from './plays/quakes.ts'
import { slashing } from './plays/slashing.ts'
import { steth2022 } from './plays/steth2022.ts'
import { storms } from './plays/storms.ts'
import { usdn } from './plays/usdn.ts'
import { vaultLoss } from './plays/vaultLoss.ts'
import { ydai2021 } from './plays/ydai2021.ts'
import type { Story } from './types.ts'

/** Every story but the first one, in the order in which `all` plays them. */
export const stories: readonly Story[] = [
  vaultLoss,
  badDebt,
  exchangeReserve,
  bridge,
  dexHack,
  frozen,
  outage,
  flights,
  quakesStory,
  storms,
  slashing,
  steth2022,
  usdn,
  crash2023,
  nftFloor,
  governance,
  exchange2022,
  ydai2021,
  euler2023,
  bzx2020,
  exitScam,
  keyTheft,
  operatingError,
  nftTheft,
]
