import { type Deployment, deploymentAddresses } from '@bulwark/sdk'
import {
  type Client,
  getAddress,
  type Hash,
  hashTypedData,
  isAddress,
  recoverTypedDataAddress,
  type Transport,
} from 'viem'
import { getBlock, getChainId, getCode, verifyHash } from 'viem/actions'
import { explainFailure } from './chain/explainFailure.ts'
import { compareStatements } from './compareStatements.ts'
import { StatementOfAnotherChainError } from './errors.ts'
import { locateStatement } from './facts/locateStatement.ts'
import { readPoolFacts } from './facts/readPoolFacts.ts'
import { getStatementTypedData } from './getStatementTypedData.ts'
import { hashStatement } from './hashStatement.ts'
import type { StatementFile } from './parseStatement.ts'
import { composeStatement } from './statement/composeStatement.ts'
import type { Finding, SolvencyStatement, Verification } from './types.ts'

/** The parameters of {@link verifyStatement}. */
export type VerifyStatementParameters = {
  file: StatementFile
  /** The deployment that is meant, if the statement is to be of that one; else of the contracts that it names. */
  deployment?: Deployment | undefined
}

/**
 * Recomputes every figure of a statement from what a node answers, checks the issuer's signature, and says what differs.
 *
 * @returns the findings: each path with what is stated there and what was found.
 * @throws {StatementOfAnotherChainError} if the node follows another chain.
 * @throws {UnknownBlockError} if the node knows the block neither by number nor by hash.
 * @throws {UnknownPoolError} if nothing in the statement leads to a pool.
 * @throws {PrunedStateError} if the node has thrown the block's state away.
 * @throws {NodeError} if the node does not answer.
 * @example
 * const { valid, findings } = await verifyStatement(client, { file: parseStatement(text) })
 */
export async function verifyStatement(
  client: Client<Transport>,
  { file, deployment }: VerifyStatementParameters,
): Promise<Verification> {
  const { statement, signature } = file
  await requireChain(client, statement.chain)
  const where = await locateStatement(client, statement)
  const found = composeStatement(await readPoolFacts(client, where))
  const findings = compareStatements(statement, found)
  if (deployment) findings.push(...compareDeployment(found, deployment))
  const statementHash = hashStatement(statement)
  if (signature) findings.push(...(await checkSignature(client, { ...file, signature }, statementHash)))
  return {
    valid: findings.length === 0,
    signed: signature !== undefined,
    statementHash,
    issuer: signature?.issuer ?? null,
    findings,
    warnings: warningsOf(found),
  }
}

/** One of the two may be a slip in the statement; both are another chain. */
async function requireChain(client: Client<Transport>, stated: Partial<SolvencyStatement['chain']> = {}) {
  try {
    const [id, genesis] = await Promise.all([getChainId(client), getBlock(client, { blockNumber: 0n })])
    if (id === stated.id || genesis.hash === stated.genesisHash) return
    const [expected, actual] = [`${stated.id} (${stated.genesisHash})`, `${id} (${genesis.hash})`]
    throw new StatementOfAnotherChainError({ expected, actual })
  } catch (error) {
    if (error instanceof StatementOfAnotherChainError) throw error
    throw explainFailure(error, { asked: 'for its chain', blockNumber: 0n })
  }
}

function* compareDeployment(found: SolvencyStatement, deployment: Deployment): Generator<Finding> {
  const addresses = deploymentAddresses(deployment)
  for (const name of ['covers', 'factory', 'incidents', 'listings'] as const) {
    const [stated, address] = [found.contracts[name].address, addresses[name]]
    if (address === undefined || getAddress(address) === stated) continue
    yield { path: `contracts.${name}.address`, stated, found: `${address}, in the manifest` }
  }
}

type Signed = Required<StatementFile>

async function checkSignature(
  client: Client<Transport>,
  { statement, signature }: { [key in keyof Signed]: NonNullable<Signed[key]> },
  statementHash: Hash,
): Promise<Finding[]> {
  const findings: Finding[] = []
  const { issuer, issuedAt, value } = signature
  if (signature.statementHash !== statementHash) {
    findings.push({ path: 'signature.statementHash', stated: signature.statementHash, found: statementHash })
  }
  if (!/^(0|[1-9]\d{0,18})$/.test(issuedAt)) {
    return [...findings, { path: 'signature.issuedAt', stated: issuedAt, found: '(no time)' }]
  }
  if (!isAddress(issuer) || getAddress(issuer) !== issuer) {
    return [...findings, { path: 'signature.issuer', stated: issuer, found: '(no address with its checksum)' }]
  }
  try {
    const typedData = getStatementTypedData({
      chainId: statement.chain.id,
      pool: statement.contracts.pool.address,
      blockNumber: BigInt(statement.block.number),
      blockHash: statement.block.hash,
      statementHash: signature.statementHash,
      ...{ issuer, issuedAt: BigInt(issuedAt) },
    })
    const signer = await recoverTypedDataAddress({ ...typedData, signature: value }).catch(() => undefined)
    if (signer === issuer) return findings
    const isContract = (await getCode(client, { address: issuer })) !== undefined
    const asked = { address: issuer, hash: hashTypedData(typedData), signature: value }
    if (isContract && (await verifyHash(client, asked))) return findings
    const found = isContract
      ? 'the contract of the issuer refuses it'
      : `signed by ${signer ?? 'nobody'}, or other words`
    findings.push({ path: 'signature', stated: `signed by ${issuer} at ${issuedAt}`, found })
  } catch (error) {
    const explained = explainFailure(error, { asked: 'whether the issuer signed', blockNumber: 0n })
    // Words that cannot be encoded were never signed.
    if (!/Invalid|Integer|Range|Syntax|Type/.test(String((error as Error).name))) throw explained
    findings.push({
      path: 'signature',
      stated: `signed by ${issuer} at ${issuedAt}`,
      found: 'words that nobody can sign',
    })
  }
  return findings
}

/** What the chain itself says that is bad, though it is stated truly. */
function warningsOf({ checks, answers, pool, requirement, liabilities, ownFunds }: SolvencyStatement): string[] {
  const { cursor, length } = pool.journal
  return [
    ...checks.filter(({ holds }) => !holds).map(({ invariant, name }) => `${invariant} does not hold: ${name}.`),
    ...answers.filter(({ equal }) => !equal).map(({ figure }) => `The contract answers another ${figure}.`),
    ...(cursor === length ? [] : [`The pool has booked ${cursor} of ${length} journal entries.`]),
    ...(requirement.surplus.startsWith('-') ? ['Own funds are below the requirement.'] : []),
    ...(BigInt(liabilities.reserves.open) > BigInt(ownFunds.high)
      ? ['Open incidents may take more than own funds.']
      : []),
    ...(liabilities.reserves.partial === '0' ? [] : ['Granted payouts are funded in part.']),
  ]
}
