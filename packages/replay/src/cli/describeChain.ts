import type { World } from '../usdc2023/world.ts'

/** How to connect to a chain that was left running. */
export function describeChain({ chain, bulwark, feed, pools, tokens, people }: World): string {
  const rows: [name: string, value: string][] = [
    ...[...pools].map(([name, { address }]): [string, string] => [name, address]),
    ...Object.entries(tokens).map(([name, { address }]): [string, string] => [name, address]),
    ['listings', bulwark.listings.address],
    ['covers', bulwark.covers.address],
    ['incidents', bulwark.incidents.address],
    ['feed', feed.proxy],
    ...[...people].map(([name, { address }]): [string, string] => [name, address]),
  ]
  return [
    `The chain is still running: ${chain.url}, chain id ${chain.chainId}. Ctrl-C stops it.`,
    'It signs for everybody named here: send with eth_sendTransaction, without a key.',
    ...rows.map(([name, value]) => `  ${name.padEnd(12)}${value}`),
    `For example: npx cast call ${feed.proxy} "latestAnswer()(int256)" --rpc-url ${chain.url}`,
  ].join('\n')
}
