import type { StackFile } from './StackFile.ts'

/** Says where everything is, and what to try. */
export function describeStack(file: StackFile, { seconds }: { seconds: number }): string {
  const { rpcUrl, apiUrl, keeperUrl, accounts } = file
  const rows: [name: string, value: string][] = [
    ['chain', rpcUrl],
    ['API', `${apiUrl}/v1`],
    ['GraphQL', `${apiUrl}/graphql`],
    ...(keeperUrl === null ? [] : [['keeper', `${keeperUrl}/health`] as [string, string]]),
    ...accounts.map(({ label, address, purpose }): [string, string] => [label, `${address}  ${purpose}`]),
  ]
  return [
    `Everything runs, after ${seconds.toFixed(1)} s. Ctrl-C stops it; the next start goes on where it was.`,
    ...rows.map(([name, value]) => `  ${name.padEnd(12)}${value}`),
    ...(accounts.length === 0
      ? []
      : ['From another terminal, in this folder:', ...examples.map((line) => `  ${line}`)]),
  ].join('\n')
}

/** Commands that work as they stand, on a local stack. */
const examples = [
  'npx bulwark pools',
  'npx bulwark quote 1 5000 --days 30',
  'npx bulwark buy 1 5000 --days 30',
  'npx bulwark covers',
]
