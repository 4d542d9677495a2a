import { bulwarkAccessManagerAbi, bulwarkTimelockAbi } from '@bulwark/sdk/abis'
import type { Address } from 'viem'
import { register } from '../lib/register.ts'
import { set } from '../lib/settings.ts'
import type { Database, Indexed } from '../lib/types.ts'
import { functionRoles, managedTargets, roleSettings, roles, scheduledCalls } from '../ponder.schema.ts'

type Scheduler = (typeof scheduledCalls.$inferSelect)['scheduler']
type RoleSettings = typeof roleSettings.$inferSelect
type Target = typeof managedTargets.$inferSelect

register('accessManager', bulwarkAccessManagerAbi, {
  OperationCanceled: (event) => finish(event, event.args.operationId, BigInt(event.args.nonce), 'cancelled'),
  OperationExecuted: (event) => finish(event, event.args.operationId, BigInt(event.args.nonce), 'executed'),
  OperationScheduled: async ({ args, chainId, db, origin }) => {
    const { operationId: id, nonce, schedule, caller, target, data } = args
    await db.insert(scheduledCalls).values({
      ...{ chainId, scheduler: 'accessManager', id, number: BigInt(nonce), caller, target, value: 0n, data },
      ...{ executableAt: BigInt(schedule), status: 'scheduled', ...origin },
    })
    return { account: caller, counterparty: target }
  },
  RoleAdminChanged: (event) => describe(event, event.args.roleId, { admin: event.args.admin.toString() }),
  RoleGrantDelayChanged: (event) => {
    const { roleId, delay, since } = event.args
    return describe(event, roleId, { grantDelay: BigInt(delay), grantDelaySince: BigInt(since) })
  },
  RoleGranted: async ({ args, chainId, db, place }) => {
    const { roleId, account, delay, since } = args
    const key = { chainId, contract: 'accessManager' as const, role: roleId.toString(), account }
    const row = { member: true, delay: BigInt(delay), since: BigInt(since), ...place }
    await db
      .insert(roles)
      .values({ ...key, ...row })
      // Of a member the delay changes at that time, not since when he is one.
      .onConflictDoUpdate((before) => (before.member ? { ...row, since: before.since } : row))
    return { account }
  },
  RoleGuardianChanged: (event) => describe(event, event.args.roleId, { guardian: event.args.guardian.toString() }),
  RoleLabel: (event) => describe(event, event.args.roleId, { label: event.args.label }),
  RoleRevoked: async ({ args, chainId, db, place }) => {
    const { roleId, account } = args
    await db
      .update(roles, { chainId, contract: 'accessManager', role: roleId.toString(), account })
      .set({ member: false, since: 0n, delay: 0n, ...place })
    return { account }
  },
  TargetAdminDelayUpdated: (event) => {
    const { target, delay, since } = event.args
    return manage(event, target, { adminDelay: BigInt(delay), adminDelaySince: BigInt(since) })
  },
  TargetClosed: (event) => manage(event, event.args.target, { closed: event.args.closed }),
  TargetFunctionRoleUpdated: async ({ args, chainId, db, place }) => {
    const { target, selector, roleId } = args
    const row = { role: roleId.toString(), ...place }
    await db
      .insert(functionRoles)
      .values({ chainId, target, selector, ...row })
      .onConflictDoUpdate(row)
    return { counterparty: target }
  },
})

register('timelock', bulwarkTimelockAbi, {
  CallExecuted: (event) => finish(event, event.args.id, event.args.index, 'executed'),
  CallSalt: () => ({}),
  CallScheduled: async ({ args, chainId, db, origin, timestamp }) => {
    const { id, index: number, target, value, data, predecessor, delay } = args
    await db.insert(scheduledCalls).values({
      ...{ chainId, scheduler: 'timelock', id, number, target, value, data, predecessor },
      ...{ executableAt: timestamp + delay, status: 'scheduled', ...origin },
    })
    return { counterparty: target, amount: value }
  },
  Cancelled: async (event) => {
    // All calls of an operation go together; they are numbered from 0.
    for (
      let number = 0n;
      await writeEnd(event, { scheduler: 'timelock', id: event.args.id, number }, 'cancelled');
      number++
    );
    return {}
  },
  MinDelayChange: (event) => set(event, 'minDelay', event.args.newDuration),
  RoleAdminChanged: (event) => describe(event, event.args.role, { admin: event.args.newAdminRole }),
  RoleGranted: async ({ args, chainId, db, place, timestamp: since }) => {
    const { role, account, sender } = args
    const row = { member: true, since, delay: 0n, ...place }
    await db
      .insert(roles)
      .values({ chainId, contract: 'timelock', role, account, ...row })
      .onConflictDoUpdate(row)
    return { account, counterparty: sender }
  },
  RoleRevoked: async ({ args, chainId, db, place }) => {
    const { role, account, sender } = args
    await db.update(roles, { chainId, contract: 'timelock', role, account }).set({ member: false, since: 0n, ...place })
    return { account, counterparty: sender }
  },
})

async function describe(event: Indexed<unknown>, role: bigint | string, change: Partial<RoleSettings>) {
  const { chainId, db } = event
  const contract = event.contract as RoleSettings['contract']
  await db
    .insert(roleSettings)
    .values({ chainId, contract, role: role.toString(), ...change })
    .onConflictDoUpdate(change)
  return {}
}

async function manage({ chainId, db }: Indexed<unknown>, target: Address, change: Partial<Target>) {
  const fresh = { closed: false, adminDelay: 0n, adminDelaySince: 0n }
  await db
    .insert(managedTargets)
    .values({ chainId, target, ...fresh, ...change })
    .onConflictDoUpdate(change)
  return { counterparty: target }
}

async function finish(event: Indexed<unknown>, id: `0x${string}`, number: bigint, status: 'executed' | 'cancelled') {
  const call = await writeEnd(event, { scheduler: event.contract as Scheduler, id, number }, status)
  return call ? { account: call.caller, counterparty: call.target } : {}
}

type Call = { scheduler: Scheduler; id: `0x${string}`; number: bigint }

async function writeEnd(
  { chainId, db }: { chainId: number; db: Database },
  call: Call,
  status: 'executed' | 'cancelled',
) {
  const key = { chainId, ...call }
  const row = await db.find(scheduledCalls, key)
  // An operation of the access manager that needed no delay was never scheduled.
  return row && db.update(scheduledCalls, key).set({ status })
}
