/** A path with values that name rows of the tables that `fillTables` filled. */
export function examplePath(path: string): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => examples[name] ?? '2')
  return path.endsWith('/quote') ? `${filled}?listing=3&amount=1000000000&period=2592000` : filled
}

const address = (number: number): string => `0x${number.toString(16).padStart(40, '0')}`

const examples: Readonly<Record<string, string>> = { pool: address(1), assessor: address(1), account: address(101) }
