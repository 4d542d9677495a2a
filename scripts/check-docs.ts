/**
 * Rules about the documents: links lead somewhere, commands exist, the README's map is the tree, what is meant to be short
 * is short, and the frauds that are tested name tests and functions that exist. Prints each breach and ends with 1.
 */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** The most lines that a document may have. */
const limits = { 'README.md': 100, 'CONTRIBUTING.md': 60 }

/** Folders whose every child is in the README's map. */
const mapped = ['contracts/src', 'packages']

/** `npm run NAME`, `npm start` and `npm test`; a name that goes on with `${` is made when the program runs. */
const command = /\bnpm (?:run(?: --?[a-z]+)* ([a-z][\w:-]*)(\$\{)?|(start|test)\b)/g

const notOurs = ['node_modules', '.git', 'out', 'cache', 'dist', '.types']
const find = (pattern: string): string[] =>
  globSync(pattern, { exclude: (path) => notOurs.includes(basename(path)) }).sort()

const documents = new Map(find('**/*.md').map((path) => [path, readFileSync(path, 'utf8')]))
const breaches = [...brokenLinks(), ...unknownCommands(), ...tooLong(), ...wrongMap(), ...lostTests()]
for (const breach of breaches) console.error(breach)
process.exitCode = breaches.length > 0 ? 1 : 0

/** Relative links whose file does not exist, or whose file has no such heading. */
function* brokenLinks(): Generator<string> {
  for (const [path, text] of documents) {
    for (const [line, target] of linksOf(text)) {
      const [file = '', anchor] = target.split('#').map(decodeURIComponent)
      const found = file === '' ? path : join(dirname(path), file)
      if (file.startsWith('/') || !existsSync(found)) yield `${path}:${line} links to ${target}, which does not exist`
      else if (anchor !== undefined && !anchorsOf(found).includes(anchor)) {
        yield `${path}:${line} links to ${target}, but there is no such heading`
      }
    }
  }
}

/** Targets of links and pictures that are not addresses on the web, with their lines; code does not count. */
function* linksOf(text: string): Generator<[line: number, target: string]> {
  for (const [index, line] of withoutFences(text).entries()) {
    const prose = line.replace(/`[^`]*`/g, '')
    for (const pattern of [/\]\(([^)\s]+)[^)]*\)/g, /^\[[^\]]+\]:\s*(\S+)/g, /(?:src|srcset|href)="([^"\s]+)"/g]) {
      for (const [, target = ''] of prose.matchAll(pattern)) {
        if (!/^[a-z][a-z+.-]*:/i.test(target)) yield [index + 1, target]
      }
    }
  }
}

/** The anchors that GitHub gives to the headings of a document. */
function anchorsOf(path: string): string[] {
  const seen = new Map<string, number>()
  return withoutFences(documents.get(path) ?? '').flatMap((line) => {
    const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1]
    if (heading === undefined) return []
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase()
    const slug = words.replace(/[^\p{L}\p{M}\p{N}_\- ]/gu, '').replaceAll(' ', '-')
    const before = seen.get(slug) ?? 0
    seen.set(slug, before + 1)
    return [before === 0 ? slug : `${slug}-${before}`]
  })
}

/** The lines of a document, those of fenced code emptied. */
function withoutFences(text: string): string[] {
  let fenced = false
  return text.split('\n').map((line) => {
    const isFence = /^\s*(```|~~~)/.test(line)
    if (isFence) fenced = !fenced
    return fenced || isFence ? '' : line
  })
}

/** npm scripts that documents, comments or messages name and package.json does not have. */
function* unknownCommands(): Generator<string> {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  for (const path of [...find('**/*.{md,ts,mjs,sol,toml,json}'), '.ci/run']) {
    for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
      for (const [, run, made, short] of line.matchAll(command)) {
        const name = run ?? short ?? ''
        if (made !== undefined) continue
        if (!Object.hasOwn(scripts, name)) yield `${path}:${index + 1} names \`npm run ${name}\`, which does not exist`
      }
    }
  }
}

/** Documents that are missing, or longer than they may be. */
function* tooLong(): Generator<string> {
  for (const [path, most] of Object.entries(limits)) {
    const lines = documents.get(path)?.trimEnd().split('\n').length
    if (lines === undefined) yield `${path} is missing`
    else if (lines > most) yield `${path} has ${lines} lines, more than ${most}`
  }
}

/** Folders that the README's map names and the tree does not have, and those that it leaves out. */
function* wrongMap(): Generator<string> {
  const lines = (documents.get('README.md') ?? '').split('\n')
  const map = lines.flatMap((line) => /^([\w.-]+\/[\w./-]*)\s{2,}/.exec(line)?.[1]?.replace(/\/$/, '') ?? [])
  for (const folder of map) {
    if (!existsSync(folder) || !statSync(folder).isDirectory()) yield `README.md maps ${folder}, which is no folder`
  }
  for (const parent of mapped) {
    for (const child of find(`${parent}/*`).filter((path) => statSync(path).isDirectory())) {
      if (!map.includes(child)) yield `README.md does not map ${child}`
    }
  }
}

/** Functions (`Contract.function`) and tests, the last column, that docs/fraud.md names and nobody has. */
function* lostTests(): Generator<string> {
  const textOf = (...patterns: string[]) =>
    patterns
      .flatMap(find)
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n')
  const tests = textOf('contracts/test/**/*.sol', 'packages/*/test/**/*.test.ts')
  for (const [index, line] of (documents.get('docs/fraud.md') ?? '').split('\n').entries()) {
    if (!line.startsWith('|')) continue
    const cells = line.split('|').map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
    const [rule = [], named = []] = cells.slice(2)
    for (const name of named) {
      const isThere = /^\w+$/.test(name) ? tests.includes(`function ${name}(`) : tests.includes(`('${name}',`)
      if (!isThere) yield `docs/fraud.md:${index + 1} names the test ${name}, which does not exist`
    }
    for (const [, contract, name] of rule.map((code) => /^([A-Z]\w+)\.(\w+)$/.exec(code) ?? [])) {
      if (contract === undefined || textOf(`contracts/src/**/${contract}.sol`).includes(`function ${name}(`)) continue
      yield `docs/fraud.md:${index + 1} names ${contract}.${name}, which does not exist`
    }
  }
}
