import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Order } from './runCampaign.ts'
import { runSeed, type SeedResult } from './runSeed.ts'
import { Database } from './services/Database.ts'
import { parseTemplate } from './world/templateFile.ts'

// Runs the seeds that it is sent, one after the other, on a database server of its own.
const [templateDirectory = '', databaseDirectory = ''] = process.argv.slice(2)
const template = parseTemplate(await readFile(join(templateDirectory, 'template.json'), 'utf8'))
const database = await Database.start(databaseDirectory)

process.on('message', async (order: Order | 'stop') => {
  if (order === 'stop') {
    await database.stop()
    process.exit()
  }
  const { seed, directory } = order
  let result: SeedResult
  try {
    result = await runSeed({ seed, template, database, directory })
  } catch (error) {
    // What breaks the simulator itself is told like everything else, with its stack.
    const complaints = [`The simulator broke: ${(error as Error).stack}`]
    const nothing = { steps: 0, badAnswers: 0, blocksTaken: 0, kills: 0, restarts: 0, covers: 0, payouts: 0 }
    result = { seed, complaints, seconds: 0, ...nothing, faults: {}, recovery: { seconds: 0, blocks: 0 } }
  }
  process.send?.(result)
})
process.on('disconnect', () => void database.stop().finally(() => process.exit(1)))
