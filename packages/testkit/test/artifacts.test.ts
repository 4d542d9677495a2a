import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  ArtifactInvalidError,
  ArtifactNotFoundError,
  LibraryNotLinkedError,
  linkLibraries,
  readForgeArtifact,
  readPackageArtifact,
} from '../src/index.ts'

const hole = `__$${'a'.repeat(34)}$__`
const library = '0x00000000000000000000000000000000DeaDBeef'
const linkReferences = { 'contracts/src/Maths.sol': { Maths: [{ start: 1, length: 20 }] } }
let out: string

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'bulwark-testkit-'))
  await mkdir(join(out, 'Pool.sol'))
  const bytecode = { object: `0x73${hole}5b`, linkReferences }
  await writeFile(join(out, 'Pool.sol/Pool.json'), JSON.stringify({ abi: [], bytecode }))
  await writeFile(join(out, 'Pool.sol/Twin.json'), JSON.stringify({ abi: [], bytecode }))
  await writeFile(join(out, 'Pool.sol/Broken.json'), '{"abi": []}')
})

afterAll(() => rm(out, { recursive: true }))

test('default', async () => {
  expect(await readForgeArtifact('Pool', { out })).toEqual({ abi: [], bytecode: `0x73${hole}5b`, linkReferences })
  expect(await readForgeArtifact('Pool.sol:Twin', { out })).toEqual(await readForgeArtifact('Pool', { out }))
})

test('behavior: a package’s artifact', async () => {
  const { abi, bytecode } = await readPackageArtifact('@chainlink/contracts/abi/v0.6/FluxAggregator.json')
  expect(abi).toContainEqual(expect.objectContaining({ name: 'submit' }))
  expect(bytecode.length).toBeGreaterThan(20_000)
  expect(bytecode).toMatch(/^0x[0-9a-f]+$/)
})

test('behavior: linking', async () => {
  const linked = linkLibraries(await readForgeArtifact('Pool', { out }), { Maths: library, Other: library })
  expect(linked.bytecode).toBe(`0x73${library.slice(2).toLowerCase()}5b`)
  expect(linked.linkReferences).toEqual({})
})

test('error: LibraryNotLinkedError', async () => {
  const artifact = await readForgeArtifact('Pool', { out })
  expect(() => linkLibraries(artifact, { Other: library })).toThrow(LibraryNotLinkedError)
  expect(() => linkLibraries(artifact, {})).toThrow('The bytecode needs the address of Maths.')
})

test('error: ArtifactNotFoundError', async () => {
  await expect(readForgeArtifact('Missing', { out })).rejects.toBeInstanceOf(ArtifactNotFoundError)
  await expect(readForgeArtifact('Missing', { out })).rejects.toThrow('npm run build')
  await expect(readPackageArtifact('@chainlink/contracts/abi/none.json')).rejects.toBeInstanceOf(ArtifactNotFoundError)
})

test('error: ArtifactInvalidError', async () => {
  await expect(readForgeArtifact('Pool.sol:Broken', { out })).rejects.toBeInstanceOf(ArtifactInvalidError)
})
