import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as generated from '../src/abis/index.ts'
import * as actions from '../src/actions/index.ts'
import { bulwarkPublicActions, bulwarkWalletActions } from '../src/index.ts'

/** Functions without an action, each with the reason. */
const excluded: Record<string, Record<string, string>> = {
  poolAbi: {
    fund: 'only `Incidents` may call it, within `settle`',
    pay: 'only `Incidents` may call it, within `settle`',
    previewRedeem: 'always reverts, as ERC-7540 wants',
    previewWithdraw: 'always reverts, as ERC-7540 wants',
  },
  listingsAbi: {
    setAuthority: 'only the AccessManager may call it, within `updateAuthority`',
    isConsumingScheduledOp: 'answers the AccessManager within a call',
  },
  coversAbi: {
    register: 'only the factory may call it, within `createPool`',
    mint: 'only a pool may call it, within `buy`',
    change: 'only a pool may call it, within `extend`, `increase` and `decrease`',
    burn: 'only a pool may call it, within `cancel`',
    reduce: 'only `Incidents` may call it, within `settle`',
  },
  incidentsAbi: {
    openTriggered: 'only the adjudicator of the listing may call it, which is a contract',
  },
  lossProofsAbi: {
    use: 'only `Incidents` may call it, within `settle`',
    setAuthority: 'only the AccessManager may call it, within `updateAuthority`',
    isConsumingScheduledOp: 'answers the AccessManager within a call',
  },
  salvageAbi: {
    probe: 'only the contract itself may call it, within `reportStuck` and `assignClaim`',
  },
  courtAbi: {
    rule: 'only an arbitrator may call it, with its ruling',
    setAuthority: 'only the AccessManager may call it, within `updateAuthority`',
    isConsumingScheduledOp: 'answers the AccessManager within a call',
  },
  membersAppealAbi: {
    createDispute: 'only an arbitrable contract calls it, within `appealAward`',
    appeal: 'always reverts: nobody hears a further appeal',
  },
  poolFactoryAbi: {
    setAuthority: 'only the AccessManager may call it, and never does',
    isConsumingScheduledOp: 'answers the AccessManager within a call',
  },
  bulwarkTokenAbi: {
    DOMAIN_SEPARATOR: 'the hash of what `getTokenDomain` gives',
    setAuthority: 'only the AccessManager may call it, and never does',
    isConsumingScheduledOp: 'answers the AccessManager within a call',
  },
  bulwarkGovernorAbi: {
    BALLOT_TYPEHASH: 'the type that `signVote` signs',
    EXTENDED_BALLOT_TYPEHASH: 'parameters mean nothing to this count',
    castVoteWithReasonAndParams: 'parameters mean nothing to this count',
    castVoteWithReasonAndParamsBySig: 'parameters mean nothing to this count',
    getVotesWithParams: 'parameters mean nothing to this count',
    CLOCK_MODE: 'the clock is the token’s: `getVoteClock`',
    clock: 'the clock is the token’s: `getVoteClock`',
    COUNTING_MODE: 'a constant text',
    hashProposal: 'the same as `getProposalId`',
    name: 'in `getGovernorDomain`',
    version: 'in `getGovernorDomain`',
    onERC721Received: 'always reverts: it takes none',
    onERC1155Received: 'always reverts: it takes none',
    onERC1155BatchReceived: 'always reverts: it takes none',
    relay: 'only a decision may call it: its encoding goes into a proposal',
    setLateQuorumVoteExtension: 'only a decision may call it: its encoding goes into a proposal',
    setProposalThreshold: 'only a decision may call it: its encoding goes into a proposal',
    setVotingDelay: 'only a decision may call it: its encoding goes into a proposal',
    setVotingPeriod: 'only a decision may call it: its encoding goes into a proposal',
    updateQuorumNumerator: 'only a decision may call it: its encoding goes into a proposal',
    updateTimelock: 'always reverts: the timelock is fixed',
  },
  bulwarkTimelockAbi: {
    PROPOSER_ROLE: 'in `hasTimelockRole`, by its name',
    CANCELLER_ROLE: 'in `hasTimelockRole`, by its name',
    EXECUTOR_ROLE: 'in `hasTimelockRole`, by its name',
    DEFAULT_ADMIN_ROLE: 'in `hasTimelockRole`, by its name',
    schedule: 'a batch of one does the same',
    execute: 'a batch of one does the same',
    hashOperation: 'a batch of one does the same',
    isOperation: 'in `getOperation`',
    isOperationDone: 'in `getOperation`',
    isOperationPending: 'in `getOperation`',
    isOperationReady: 'in `getOperation`',
    getRoleAdmin: 'the timelock itself is the admin of every role',
    grantRole: 'only a decision may call it: its encoding goes into a proposal',
    revokeRole: 'only a decision may call it: its encoding goes into a proposal',
    renounceRole: 'for the deployer, while it sets up',
    updateDelay: 'only a decision may call it: its encoding goes into a proposal',
    onERC721Received: 'answers a token contract',
    onERC1155Received: 'answers a token contract',
    onERC1155BatchReceived: 'answers a token contract',
  },
  bulwarkAccessManagerAbi: {
    ADMIN_ROLE: 'the number 0',
    PUBLIC_ROLE: 'no function is given to it',
    RATE_POSTER: 'the number 1',
    REGISTRAR: 'the number 2',
    GUARDIAN: 'the number 3',
    RISK_REDUCER: 'the number 4',
    isQuick: 'true of 1, 3 and 4',
    consumeScheduledOp: 'only a contract with restricted functions may call it',
    execute: 'whoever announced a call makes it himself',
    multicall: 'for the deployer, while it sets up',
    handOver: 'for the deployer, while it sets up',
    expiration: 'a constant: a week',
    minSetback: 'a constant: five days',
    getAccess: 'in `getRoleMembership`',
    getNonce: 'how often a call was announced',
    getRoleAdmin: 'the timelock is the admin of every role',
    getRoleGrantDelay: 'zero: decisions wait in the timelock',
    getRoleGuardian: 'the timelock is the guardian of every role',
    getTargetAdminDelay: 'zero: decisions wait in the timelock',
    grantRole: 'only a decision may call it: its encoding goes into a proposal',
    revokeRole: 'only a decision may call it: its encoding goes into a proposal',
    renounceRole: 'for whoever has a role and wants none',
    labelRole: 'only a decision may call it: its encoding goes into a proposal',
    setGrantDelay: 'only a decision may call it: its encoding goes into a proposal',
    setRoleAdmin: 'only a decision may call it: its encoding goes into a proposal',
    setRoleGuardian: 'only a decision may call it: its encoding goes into a proposal',
    setTargetAdminDelay: 'only a decision may call it: its encoding goes into a proposal',
    setTargetClosed: 'only a decision may call it: its encoding goes into a proposal',
    setTargetFunctionRole: 'only a decision may call it: its encoding goes into a proposal',
    updateAuthority: 'always reverts: the authority of a contract is fixed',
  },
  reportTriggerAbi: {
    handleOracleFulfillment: 'only the Functions router may call it, with an answer',
  },
  optimisticAbi: {
    assertionDisputedCallback: "only UMA's oracle may call it, within a dispute",
    assertionResolvedCallback: "only UMA's oracle may call it, within `settleAssertion`",
  },
}

const root = join(import.meta.dirname, '../src/actions')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\w\/\w+\.ts$/.test(file))

/** What every action file calls: the ABI and the function's name. */
const called = files.flatMap((file) => {
  const source = readFileSync(join(root, file), 'utf8')
  const abi = /abis\/(\w+)\.ts/.exec(source)?.[1] ?? ''
  return [...source.matchAll(/functionName: '(\w+)'/g)].map((match) => `${abi}.${match[1]}`)
})

/** What several contracts have in common, and is called through one ABI for all of them. */
const { adjudicatorAbi, readingTriggerAbi, markedTriggerAbi, errorsAbi: _, ...abis } = generated
const shared = { adjudicatorAbi, readingTriggerAbi, markedTriggerAbi }

type Abi = readonly { type: string; name?: string; inputs?: readonly { type: string }[] }[]

const functionsOf = (abi: Abi) => abi.filter(({ type }) => type === 'function').map(({ name = '' }) => name)

/** What a function takes: two that take the same are called alike. */
const signaturesOf = (abi: Abi, name: string) =>
  abi.filter((item) => item.name === name).map(({ inputs = [] }) => inputs.map(({ type }) => type).join())

/** The ABIs through which a function can be called: the contract's own, and those that it shares with others. */
function through(name: string, abi: Abi, fn: string): string[] {
  const same = Object.entries<Abi>(shared).filter(([, other]) => {
    const [signature] = signaturesOf(other, fn)
    return signature !== undefined && signaturesOf(abi, fn).includes(signature)
  })
  return [name, ...same.map(([other]) => other)]
}

test.each(Object.entries<Abi>(abis))('every function of %s has an action', (name, abi) => {
  const functions = [...new Set(functionsOf(abi))]
  const without = functions.filter(
    (fn) => fn !== 'supportsInterface' && !through(name, abi, fn).some((each) => called.includes(`${each}.${fn}`)),
  )
  expect(without.sort()).toEqual(Object.keys(excluded[name] ?? {}).sort())
})

test.each(Object.entries<Abi>(shared))('every function of %s has an action, and is of a contract', (_name, abi) => {
  for (const fn of functionsOf(abi)) {
    expect(Object.keys(shared).some((each) => called.includes(`${each}.${fn}`))).toBe(true)
    expect(Object.values<Abi>(abis).some((own) => functionsOf(own).includes(fn))).toBe(true)
  }
})

test('every action is on a client', () => {
  const client = { ...bulwarkPublicActions()({} as never), ...bulwarkWalletActions()({} as never) }
  const bound = Object.entries(actions).filter(([name]) => !name.startsWith('prepare'))
  expect(Object.keys(client).sort()).toEqual(bound.map(([name]) => name).sort())
})

test('every action is called after its file, and every write has its simulation and its preparation', () => {
  const exported = Object.keys(actions)
  for (const file of files) {
    const stem = file.replace(/^.*\/|\.ts$/g, '')
    expect(exported).toContain(stem)
    if (!readFileSync(join(root, file), 'utf8').includes('internal/write.ts')) continue
    const name = `${stem[0]?.toUpperCase()}${stem.slice(1)}`
    expect(exported).toContain(`simulate${name}`)
    expect(exported).toContain(`prepare${name}`)
  }
})
