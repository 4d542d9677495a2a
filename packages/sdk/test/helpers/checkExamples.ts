import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'

const root = join(import.meta.dirname, '../../../..')

/** What is wrong with the examples of a package, and how many there are. */
export type ExamplesReport = { count: number; problems: string[] }

/** A package whose examples are checked. */
export type CheckExamplesParameters = {
  /** Its folder in packages/. */
  name: string
  /** What its examples import from: modules of the package, by path from its folder. */
  modules: readonly string[]
  /** Declarations that every example may use. */
  prelude?: string
}

/**
 * Type-checks the `@example` blocks in the TSDoc of a package, in fences or without. Names that the package exports need
 * no import; whatever else an example uses must be in the prelude.
 *
 * @example
 * checkExamples({ name: 'risk', modules: ['src/exact/index.ts'] }).problems // []
 */
export function checkExamples({ name, modules, prelude = '' }: CheckExamplesParameters): ExamplesReport {
  const folder = join(root, 'packages', name)
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile)
  const { options: base } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root)
  const options: ts.CompilerOptions = { ...base, composite: false, emitDeclarationOnly: false, noEmit: true }

  const entries = modules.map((module) => join(folder, module))
  const exportsOf = exportedNames(entries, options)
  const examples = globSync(join(folder, 'src/**/*.ts')).flatMap((file) => readExamples(file))
  const sources = new Map<string, { text: string; where: string }>()
  for (const [index, { code, where }] of examples.entries()) {
    const words = new Set(code.match(/[\w$]+/g))
    const imports = entries.map((entry) => {
      const used = (exportsOf.get(entry) ?? []).filter((exported) => words.has(exported))
      return `import { ${used.join(', ')} } from '${entry}'\n`
    })
    const body = `export async function example() {\n${code}\n}\n`
    sources.set(join(folder, `test/example-${index}.ts`), { text: `${imports.join('')}${prelude}${body}`, where })
  }

  const host = ts.createCompilerHost(options)
  const { readFile, fileExists, getSourceFile } = host
  host.fileExists = (file) => sources.has(file) || fileExists(file)
  host.readFile = (file) => sources.get(file)?.text ?? readFile(file)
  host.getSourceFile = (file, ...rest) => {
    const source = sources.get(file)
    return source ? ts.createSourceFile(file, source.text, ts.ScriptTarget.ES2024) : getSourceFile(file, ...rest)
  }
  const program = ts.createProgram([...sources.keys()], options, host)
  const problems = [...sources].flatMap(([file, { where }]) => {
    const source = program.getSourceFile(file)
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) => `${where}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    )
  })
  return { count: examples.length, problems }
}

/** The names that modules export, types included. */
function exportedNames(entries: readonly string[], options: ts.CompilerOptions): Map<string, string[]> {
  const program = ts.createProgram(entries, options)
  const checker = program.getTypeChecker()
  return new Map(
    entries.map((entry) => {
      const source = program.getSourceFile(entry)
      const symbol = source && checker.getSymbolAtLocation(source)
      return [entry, symbol ? checker.getExportsOfModule(symbol).map((exported) => exported.name) : []]
    }),
  )
}

/** The code after each `@example` of a file, up to the next tag or the comment's end. */
function readExamples(file: string): { code: string; where: string }[] {
  const source = readFileSync(file, 'utf8')
  return [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(({ 0: comment, index }) => {
    const text = comment.replace(/^\/\*\*|\*\/$/g, '').replace(/^[ \t]*\* ?/gm, '')
    const line = source.slice(0, index).split('\n').length
    return [...text.matchAll(/^@example[^\n]*\n([\s\S]*?)(?=^@\w|(?![\s\S]))/gm)].map(([, block = '']) => ({
      code: (/```ts\n([\s\S]*?)```/.exec(block)?.[1] ?? block).trim(),
      where: `${relative(root, file)}:${line}`,
    }))
  })
}
