import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { createKeystore, KeystoreExistsError } from '@bulwark/service'
import { type Actor, createActors } from '@bulwark/testkit'
import type { Address } from 'viem'
import type { Layout } from './layout.ts'

/** An account to try things with: its key lies encrypted in the stack's folder, the password beside it. */
export type StackAccount = {
  readonly label: string
  readonly address: Address
  readonly keystore: string
  readonly passwordFile: string
  /** What to do with it. */
  readonly purpose: string
}

/** The keys are those of every local chain, known to everybody: the password keeps nothing secret, it shows how. */
const password = 'bulwark'

const wanted = (): { label: string; actor: Actor; purpose: string }[] => {
  const { holders, underwriters, assessors, voters, curator, ratePoster } = createActors()
  return [
    { label: 'you', actor: holders[9], purpose: 'has 100,000 USDT and 50 WETH: buys cover, deposits' },
    { label: 'underwriter', actor: underwriters[6], purpose: 'has capital in a pool: leaves' },
    { label: 'assessor', actor: assessors[0], purpose: 'judges claims' },
    { label: 'voter', actor: voters[0], purpose: 'votes' },
    { label: 'curator', actor: curator, purpose: 'runs the pools' },
    { label: 'keeper', actor: ratePoster, purpose: 'is the keeper, and posts rates' },
  ]
}

/**
 * Writes the keystores of the accounts that a local stack is tried with; those that are there stay.
 *
 * @example
 * const [you] = await writeAccounts(layoutOf('.bulwark', 'local'))
 */
export async function writeAccounts({ keys, password: passwordFile }: Layout): Promise<StackAccount[]> {
  await mkdir(keys, { recursive: true, mode: 0o700 })
  await writeFile(passwordFile, `${password}\n`)
  await chmod(passwordFile, 0o600)
  const accounts: StackAccount[] = []
  for (const { label, actor, purpose } of wanted()) {
    const keystore = `${keys}/${label}.json`
    accounts.push({ label, address: actor.address, keystore, passwordFile, purpose })
    const { privateKey } = actor
    try {
      await createKeystore({ directory: keys, name: label, password, privateKey, scryptN: 4_096 })
    } catch (error) {
      if (!(error instanceof KeystoreExistsError)) throw error
    }
  }
  return accounts
}
