import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import * as exact from '../../src/exact/index.ts'

const folder = join(import.meta.dirname, '../../src/exact')

/** The lines of each `@example` of the twins, without the comment around them. */
const examples = globSync('*.ts', { cwd: folder })
  .sort()
  .flatMap((name) => {
    const blocks = readFileSync(join(folder, name), 'utf8').matchAll(/@example\n((?: \*.*\n)+?) \*\//g)
    return [...blocks].map((block) => ({ name, code: (block[1] as string).replaceAll(/^ \* ?/gm, '').trim() }))
  })

/** Splits an example into statements, a last expression, and the value that its comment says it has. */
function parse(code: string): { before: string; expression: string; value: string } {
  const found = /^(?<before>(?:const .*\n)*)(?<expression>[\s\S]*) \/\/ (?<value>.+)$/.exec(code)
  if (!found?.groups) throw new Error(`No value in:\n${code}`)
  return found.groups as ReturnType<typeof parse>
}

describe('examples', () => {
  test('every function has one', () => {
    const functions = globSync('*.ts', { cwd: folder }).filter((name) => {
      return /^export function/m.test(readFileSync(join(folder, name), 'utf8'))
    })
    expect(examples.map(({ name }) => name)).toEqual(functions.sort())
  })

  test.for(examples)('$name gives what it says', ({ code }) => {
    const { before, expression, value } = parse(code)
    const source = `${before}return [(${expression}), (${value})]`
    const run = new Function(...Object.keys(exact), source) as (...names: unknown[]) => [unknown, unknown]
    const [found, said] = run(...Object.values(exact))
    expect(found).toEqual(said)
  })

  test('all type-check', () => {
    const directory = mkdtempSync(join(tmpdir(), 'bulwark-examples-'))
    try {
      const scopes = examples.map(({ code }) => `{\n${parse(code).before}void (${parse(code).expression})\n}`)
      const names = Object.keys(exact).filter((name) => scopes.some((scope) => scope.includes(name)))
      const path = join(directory, 'examples.ts')
      writeFileSync(path, `import { ${names.join(', ')} } from '${join(folder, 'index.ts')}'\n${scopes.join('\n')}\n`)
      const program = ts.createProgram([path], {
        noEmit: true,
        strict: true,
        exactOptionalPropertyTypes: true,
        target: ts.ScriptTarget.ES2024,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        allowImportingTsExtensions: true,
        skipLibCheck: true,
        types: [],
      })
      const messages = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)
      expect(messages).toEqual([])
    } finally {
      rmSync(directory, { recursive: true })
    }
  })
})
