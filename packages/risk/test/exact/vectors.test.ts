import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { vectorFiles, vectorPath } from '../../scripts/vectors/index.ts'
import { answer } from '../../scripts/vectors/table.ts'
import { RiskError } from '../../src/exact/index.ts'

type Read = { count: string; inputs: string[]; outputs: string[]; values: string[] }

// The files, and not the generator: what the contracts were tested against is what must come out here.
for (const file of vectorFiles) {
  const read: Record<string, Read> = JSON.parse(readFileSync(vectorPath(file), 'utf8'))
  describe(file.name, () => {
    test('the file holds the tables that are tested here', () => {
      expect(Object.keys(read)).toEqual(file.tables.map(({ name }) => name))
    })

    for (const table of file.tables) {
      const { count = '0', inputs = [], outputs = [], values = [] } = read[table.name] ?? {}
      test(`default: ${count} vectors of ${table.name}`, () => {
        expect(Number(count)).toBeGreaterThanOrEqual(table.minimum)
        expect([inputs, outputs]).toEqual([table.inputs, table.outputs])
        const width = inputs.length + 1 + outputs.length
        expect(values).toHaveLength(Number(count) * width)

        const twin = table.twin()
        for (let start = 0; start < values.length; start += width) {
          const row = values.slice(start, start + width).map(BigInt)
          const result = answer(twin, row.slice(0, inputs.length))
          const refused = result instanceof RiskError
          const found = [refused ? 1n : 0n, ...(refused ? outputs.map(() => 0n) : result)]
          expect(found, `vector ${start / width} of ${table.name}`).toEqual(row.slice(inputs.length))
        }
      })
    }
  })
}

test('there are 8,000 vectors or more', () => {
  const counts = vectorFiles.flatMap((file) => {
    const read: Record<string, Read> = JSON.parse(readFileSync(vectorPath(file), 'utf8'))
    return Object.values(read).map(({ count }) => Number(count))
  })
  expect(counts.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(8_000)
})
