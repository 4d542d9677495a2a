/**
 * `npm run test:aave`: the deficit trigger against Aave's own pool, compiled from Aave's sources. They are for development
 * only (BUSL-1.1), so that no other command sees them: profile aave, with folders of its own.
 *
 * Usage: `npm run test:aave [-- -vvv]`; what follows the dashes goes to `forge test`.
 */
import { forgeTest } from './forge-test.ts'

process.env.FOUNDRY_PROFILE = 'aave'
const { passed, failed } = await forgeTest(process.argv.slice(2))
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
