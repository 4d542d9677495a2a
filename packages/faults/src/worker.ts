import type { Order } from './runCampaign.ts'
import { runSeed, type SeedResult } from './runSeed.ts'
import { Database } from './services/Database.ts'
import { startGround } from './world/startGround.ts'

// Runs the seeds that it is sent, one after the other, on a chain and a database server of its own.
const [databaseDirectory = ''] = process.argv.slice(2)
const ground = await startGround()
const database = await Database.start(databaseDirectory)
const stop = () => Promise.all([database.stop(), ground.stop()])

process.on('message', async (order: Order | 'stop') => {
  if (order === 'stop') {
    await stop()
    process.exit()
  }
  const { seed, directory } = order
  let result: SeedResult
  try {
    result = await runSeed({ seed, ground, database, directory })
  } catch (error) {
    // What breaks the simulator itself is told like everything else, with its stack.
    const complaints = [`The simulator broke: ${(error as Error).stack}`]
    const nothing = { steps: 0, badAnswers: 0, blocksTaken: 0, kills: 0, restarts: 0, covers: 0, payouts: 0 }
    result = { seed, complaints, seconds: 0, ...nothing, faults: {}, recovery: { seconds: 0, blocks: 0 } }
  }
  process.send?.(result)
})
process.on('disconnect', () => void stop().finally(() => process.exit(1)))
