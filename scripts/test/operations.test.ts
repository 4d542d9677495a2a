import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { parser } from '@prometheus-io/lezer-promql'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { createMetrics } from '../../packages/api/src/metrics/createMetrics.ts'
import { createIndexerMetrics } from '../../packages/indexer/src/serve/createIndexerMetrics.ts'
import { KeeperMetrics } from '../../packages/keeper/src/serve/KeeperMetrics.ts'
import { serviceExitCodes } from '../../packages/service/src/exitCodeOf.ts'

const read = (path: string) => readFileSync(path, 'utf8')
const parseYaml = (path: string) => {
  const documents = parseAllDocuments(read(path), { merge: true, strict: true, uniqueKeys: true })
  expect(documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([])
  return documents[0]?.toJS()
}

type Rule = { alert: string; expr: string; labels: { severity: string }; annotations: Record<string, string> }
const rules: Rule[] = parseYaml('ops/prometheus/alerts.yaml').groups.flatMap(({ rules }: { rules: Rule[] }) => rules)
type Panel = { title: string; type: string; id: number; targets?: { expr: string }[] }
const dashboard: { panels: Panel[] } = JSON.parse(read('ops/grafana/bulwark.json'))
const expressions = [
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
  ...dashboard.panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => [title, expr] as const)),
]

/** Every name that the services export, with its labels; histograms have three. */
function exportedMetrics(): Map<string, readonly string[]> {
  const idle = { state: 'running', starts: 1, progress: async () => undefined } as const
  const registries = [createMetrics().registry, createIndexerMetrics(idle), new KeeperMetrics().registry]
  const metrics = new Map<string, readonly string[]>([['up', []]])
  for (const metric of registries.flatMap((registry) => registry.getMetricsAsArray())) {
    const { name, labelNames = [] } = metric as unknown as { name: string; labelNames?: string[] }
    const isHistogram = 'upperBounds' in metric
    if (!isHistogram) metrics.set(name, labelNames)
    else for (const end of ['bucket', 'sum', 'count']) metrics.set(`${name}_${end}`, [...labelNames, 'le'])
  }
  return metrics
}

/** Names and the labels that are asked of each, by Prometheus's own grammar; fails if it is none. */
function selectorsOf(expression: string): { name: string; labels: string[] }[] {
  const selectors: { name: string; labels: string[] }[] = []
  parser.parse(expression).iterate({
    enter: ({ node, name, from, to }) => {
      if (node.type.isError) expect.fail(`no PromQL at ${from}: ${expression}`)
      if (name !== 'VectorSelector') return
      const [, metric = ''] = /^([\w:]+)/.exec(expression.slice(from, to)) ?? []
      const labels = node.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ?? []
      const named = labels.map((label) => /^\w+/.exec(expression.slice(label.from, label.to))?.[0] ?? '')
      selectors.push({ name: metric, labels: named })
    },
  })
  return selectors
}

const given = ['job', 'instance']

describe('alerts and dashboard', () => {
  test.each(expressions)('default: %s asks for what the services export', async (_, expression) => {
    const metrics = exportedMetrics()
    const selectors = selectorsOf(expression).filter(({ name }) => name !== 'ALERTS')
    expect(selectors.length).toBeGreaterThan(0)
    for (const { name, labels } of selectors) {
      expect([...metrics.keys()]).toContain(name)
      for (const label of labels) expect([...(metrics.get(name) ?? []), ...given]).toContain(label)
    }
    // What an aggregation keeps has to be somewhere in it.
    const known = selectors.flatMap(({ name }) => [...(metrics.get(name) ?? []), ...given])
    for (const [, kept = ''] of expression.matchAll(/\b(?:by|without|on) \(([^)]*)\)/g)) {
      for (const label of kept.split(',').map((text) => text.trim())) expect(known).toContain(label)
    }
  })

  test('behavior: what no service exports is found', () => {
    expect(selectorsOf('rate(bulwark_nothing_total{job="x"}[5m]) > 1')).toEqual([
      { name: 'bulwark_nothing_total', labels: ['job'] },
    ])
  })

  test.each(rules.map((rule) => [rule.alert, rule] as const))('default: %s says what to do', (_, rule) => {
    expect(['critical', 'warning', 'info']).toContain(rule.labels.severity)
    const { summary, meaning, runbook = '' } = rule.annotations
    expect([summary, meaning].every((text) => typeof text === 'string' && text.length > 10)).toBe(true)
    const [path = '', anchor] = runbook.split('#')
    expect(existsSync(path), runbook).toBe(true)
    if (!anchor) return
    const headings = read(path).matchAll(/^#+ (.+)$/gm)
    expect([...headings].map(([, text = '']) => text.toLowerCase().replaceAll(' ', '-'))).toContain(anchor)
  })

  test('behavior: each name and number is there once', () => {
    for (const names of [rules.map(({ alert }) => alert), dashboard.panels.map(({ id }) => String(id))]) {
      expect(new Set(names).size).toBe(names.length)
    }
  })

  test('default: the jobs that are asked for are scraped', () => {
    const scrape: { scrape_configs: { job_name: string }[] } = parseYaml('ops/prometheus/scrape.yaml')
    const jobs = scrape.scrape_configs.map(({ job_name }) => job_name)
    for (const [, job] of expressions.flatMap(([, text]) => [...text.matchAll(/job="([^"]+)"/g)])) {
      expect(jobs).toContain(job)
    }
  })
})

describe('containers', () => {
  const compose = parseYaml('ops/docker/compose.yaml')
  type Service = Record<string, unknown> & { secrets?: string[]; env_file?: string[]; volumes?: string[] }
  const services: [string, Service][] = Object.entries(compose.services)

  test('default: PostgreSQL, an indexer, two API processes and a keeper', () => {
    expect(services.map(([name]) => name).sort()).toEqual(['api-1', 'api-2', 'indexer', 'keeper', 'postgres'])
  })

  test.each(services.filter(([name]) => name !== 'postgres'))('default: %s gives up every privilege', (_, service) => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], image: 'bulwark', restart: 'on-failure:10' })
    expect(service.security_opt).toContain('no-new-privileges:true')
    expect(service.healthcheck).toBeDefined()
  })

  test.each(services)('behavior: %s names secrets, networks and files that exist', (_, service) => {
    for (const secret of service.secrets ?? []) expect(Object.keys(compose.secrets)).toContain(secret)
    for (const network of service.networks as string[]) expect(Object.keys(compose.networks)).toContain(network)
    for (const file of service.env_file ?? []) expect(existsSync(`ops/env/${file}.example`), file).toBe(true)
    for (const [from = ''] of (service.volumes ?? []).map((volume) => volume.split(':'))) {
      if (from.startsWith('../')) expect(existsSync(`ops/docker/${from}`), from).toBe(true)
    }
  })

  test('behavior: no secret is in the environment', () => {
    for (const [, { environment = {} }] of services) {
      for (const [name, value] of Object.entries(environment as object)) {
        if (/PASSWORD|SECRET|KEY/.test(name)) expect(name).toMatch(/_FILE$/)
        expect(String(value)).not.toMatch(/:\/\/[^/@]*:[^/@]*@/)
      }
    }
  })

  test('behavior: scripts are shell, and can be run', () => {
    for (const path of globSync('ops/**/*.sh')) execFileSync('sh', ['-n', path])
    const modes = execFileSync('git', ['ls-files', '--stage', 'ops'], { encoding: 'utf8' })
    for (const line of modes
      .trim()
      .split('\n')
      .filter((line) => line.endsWith('.sh')))
      expect(line).toMatch(/^100755/)
  })

  test('behavior: the image is made of files that exist, and nothing of one installation', () => {
    const ignored = read('ops/docker/Dockerfile.dockerignore')
    expect(ignored.split('\n').filter((line) => !line.startsWith('#'))[0]).toBe('*')
    for (const [, path = ''] of ignored.matchAll(/^!(.+)$/gm)) expect(existsSync(path), path).toBe(true)
  })
})

describe('units', () => {
  const units = globSync('ops/systemd/*.service').filter((path) => !path.endsWith('bulwark-compose.service'))

  test.each(units)('default: %s restarts what may pass, and nothing else', (path) => {
    const text = read(path)
    const { usage, fatal, retry, failure } = serviceExitCodes
    const prevented = /^RestartPreventExitStatus=(.*)$/m.exec(text)?.[1]?.split(' ').map(Number)
    expect(prevented).toEqual([usage, fatal])
    expect(prevented).not.toContain(retry)
    expect(prevented).not.toContain(failure)
    expect(text).toMatch(/^Restart=on-failure$/m)
    for (const line of ['NoNewPrivileges=yes', 'ProtectSystem=strict', 'DynamicUser=yes', 'PrivateTmp=yes']) {
      expect(text.split('\n')).toContain(line)
    }
    const [, program = ''] = /^ExecStart=\/opt\/bulwark\/node_modules\/\.bin\/node (\S+)/m.exec(text) ?? []
    expect(existsSync(program), program).toBe(true)
    for (const [, name] of text.matchAll(/^EnvironmentFile=\/etc\/bulwark\/(.+)$/gm)) {
      expect(existsSync(`ops/env/${name}.example`), name).toBe(true)
    }
  })
})

test('default: every other file of JSON or YAML can be read', () => {
  for (const path of globSync('ops/**/*.json')) JSON.parse(read(path))
  for (const path of globSync('ops/**/*.yaml')) parseYaml(path)
})
