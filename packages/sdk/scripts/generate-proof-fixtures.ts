/**
 * Writes contracts/test/fixtures/loss-proofs.json: headers and proofs of real tries, which anvil built. Run it after
 * `forge build` if the tokens in contracts/test/mocks/tokens/ProofTokens.sol change:
 * node packages/sdk/scripts/generate-proof-fixtures.ts, then npm run format
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Chain, type Deployed, deploy, readForgeArtifact, send, startAnvil } from '@bulwark/testkit'
import { type Address, type Hex, numberToHex } from 'viem'
import { buildBlockHeader, buildHoldingProof, buildTokenProof, type TokenLayout } from '../src/index.ts'

const start = 1_700_000_000
const file = join(import.meta.dirname, '../../../contracts/test/fixtures/loss-proofs.json')

/** Addresses with small numbers: the tests name the same. */
const account = (n: number): Address => numberToHex(n, { size: 20 })
const [alice, bob, carol, borrower, stranger, newcomer] = [0xa1, 0xb0, 0xca, 0xdd, 0xee, 0xff].map(account) as [
  Address,
  Address,
  Address,
  Address,
  Address,
  Address,
]

const layouts = {
  plain: { order: 'solidity', slot: 0n },
  vyper: { order: 'vyper', slot: 3n },
  seeded: { order: 'packed', slot: 0x87a211a2n },
  flagged: { order: 'solidity', slot: 0n },
  doubling: { order: 'solidity', slot: 0n },
  nft: { order: 'solidity', slot: 2n },
  doomed: { order: 'solidity', slot: 0n },
  empty: { order: 'solidity', slot: 0n },
} as const satisfies Record<string, TokenLayout>
type Name = keyof typeof layouts
const names = Object.keys(layouts) as Name[]

const { chain, stop } = await startAnvil({ timestamp: start, secondsPerBlock: 12 })
try {
  const plain = { ...(await readForgeArtifact('TestToken')), args: ['Plain token', 'PLAIN', 6] }
  const of = (name: string) => readForgeArtifact(`ProofTokens.sol:${name}`)
  const tokens: Record<Name, Deployed> = {
    plain: await deploy(chain, plain),
    vyper: await deploy(chain, await of('VyperToken')),
    seeded: await deploy(chain, await of('SeededToken')),
    flagged: await deploy(chain, await of('FlaggedToken')),
    doubling: await deploy(chain, await of('DoublingToken')),
    nft: await deploy(chain, await of('TestNft')),
    doomed: await deploy(chain, plain),
    empty: await deploy(chain, await of('VyperToken')),
  }
  const codes = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await chain.public.getCode(tokens[name])] as const)),
  )
  await chain.test.setAutomine(false)
  const call = (name: Name, functionName: string, args: readonly unknown[]) =>
    chain.wallet.writeContract({ ...tokens[name], functionName, args, account: chain.actors.deployer, gas: 200_000n })
  const mineTo = async (number: bigint) => {
    await chain.test.mine({ blocks: 1 })
    const left = number - (await chain.public.getBlockNumber())
    if (left > 0n) await chain.test.mine({ blocks: Number(left) })
  }

  // Block 16: alice, bob and carol hold every token; forty others make the tries deeper.
  for (const name of ['plain', 'vyper', 'seeded', 'flagged', 'doubling', 'doomed'] as const) {
    for (const [holder, amount] of [
      [alice, 1_000n],
      [bob, 2_000n],
      [carol, 3_000n],
    ] as const) {
      await call(name, 'mint', [holder, amount])
    }
  }
  for (let n = 0; n < 40; ++n) await call('plain', 'mint', [account(0x1000 + n), 7n])
  for (const [holder, id] of [
    [alice, 1n],
    [alice, 2n],
    [bob, 3n],
    [carol, 4n],
  ] as const) {
    await call('nft', 'mint', [holder, id])
  }
  await mineTo(16n)
  // Block 20, off the grid: somebody has borrowed tokens; at block 24 he has given them back, and alice has more.
  await chain.test.mine({ blocks: 3 })
  await call('plain', 'mint', [borrower, 1_000_000n])
  await mineTo(20n)
  await mineTo(21n) // what a cheat changes, anvil tells of the block before it too
  await chain.test.impersonateAccount({ address: borrower })
  await chain.test.setBalance({ address: borrower, value: 10n ** 18n })
  await chain.wallet.sendTransaction({
    account: borrower,
    to: tokens.plain.address,
    // transfer(newcomer, 1_000_000)
    data: `0xa9059cbb${newcomer.slice(2).padStart(64, '0')}${(1_000_000).toString(16).padStart(64, '0')}`,
    gas: 200_000n,
  })
  await call('plain', 'mint', [alice, 500n])
  await call('flagged', 'setFlag', [bob])
  await mineTo(24n)
  await mineTo(25n)
  // Block 32: other code stands at the doomed token's address.
  await chain.test.setCode({ address: tokens.doomed.address, bytecode: codes.vyper as Hex })
  await mineTo(33n)

  const holders = { alice, bob, carol, borrower, stranger }
  const proofsAt = async (blockNumber: bigint, proven: readonly Name[]) => {
    const { header, hash, timestamp } = await buildBlockHeader(chain.public, { blockNumber })
    const proofs: Record<string, unknown> = {}
    for (const name of proven) {
      const token = tokens[name].address
      const { accountProof } = await buildTokenProof(chain.public, { token, blockNumber })
      const keys = name === 'nft' ? { id1: 1n, id2: 2n, id3: 3n, id4: 4n, id5: 5n } : holders
      const storage: Record<string, readonly Hex[]> = {}
      for (const [key, value] of Object.entries<Address | bigint>(keys)) {
        const parameters = { token, blockNumber, layout: layouts[name], key: value }
        storage[key] = (await buildHoldingProof(chain.public, parameters)).storageProof
      }
      proofs[name] = { account: accountProof, storage }
    }
    return { number: Number(blockNumber), timestamp: Number(timestamp), hash, header, proofs }
  }
  const blocks = {
    b16: await proofsAt(16n, names),
    b20: await proofsAt(20n, ['plain']),
    b24: await proofsAt(24n, ['plain', 'flagged', 'nft']),
    b32: await proofsAt(32n, ['plain', 'doomed']),
  }
  const foreign = await foreignBlock()
  const addresses = Object.fromEntries(names.map((name) => [name, tokens[name].address]))
  const text = JSON.stringify({ addresses, codes, blocks, foreign }, null, 2)
  writeFileSync(file, `${text}\n`)
} finally {
  await stop()
}

/** Block 16 of another chain, where alice is rich. */
async function foreignBlock() {
  const other = await startAnvil({ timestamp: start, secondsPerBlock: 12, chainId: 1337 })
  try {
    const chain: Chain = other.chain
    const token = await deploy(chain, { ...(await readForgeArtifact('TestToken')), args: ['Plain token', 'PLAIN', 6] })
    const { deployer } = chain.actors
    await send(chain, { ...token, functionName: 'mint', args: [alice, 10n ** 18n], account: deployer })
    await chain.test.mine({ blocks: 30 })
    const { header } = await buildBlockHeader(chain.public, { blockNumber: 16n })
    const { accountProof } = await buildTokenProof(chain.public, { token: token.address, blockNumber: 16n })
    return { header, account: accountProof }
  } finally {
    await other.stop()
  }
}
