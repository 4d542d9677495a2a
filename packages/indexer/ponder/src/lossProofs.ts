import { lossProofsAbi } from '@bulwark/sdk/abis'
import { zeroAddress } from 'viem'
import { plain } from '../lib/plain.ts'
import { poolOfCover } from '../lib/poolOfCover.ts'
import { register } from '../lib/register.ts'
import { set } from '../lib/settings.ts'
import {
  consents,
  holdings,
  holdingUses,
  pinnedBlocks,
  proofTerms,
  proofTokens,
  provenBlocks,
  provenValues,
  storageRoots,
} from '../ponder.schema.ts'

register('lossProofs', lossProofsAbi, {
  AuthorityUpdated: async (event) => set(event, 'authority', event.args.authority),
  BlockPinned: async ({ args, chainId, db, place }) => {
    const row = { number: args.number, ...place }
    await db
      .insert(pinnedBlocks)
      .values({ chainId, lossTime: args.lossTime, ...row })
      .onConflictDoUpdate(row)
    return {}
  },
  BlockRecorded: async ({ args, chainId, db, place }) => {
    const { number, timestamp: blockTime, stateRoot } = args
    const row = { blockTime, stateRoot, ...place }
    await db
      .insert(provenBlocks)
      .values({ chainId, number, ...row })
      .onConflictDoUpdate(row)
    return {}
  },
  ConsentGiven: async ({ args, chainId, db, place, timestamp: givenAt }) => {
    const { coverId: cover, account, owner } = args
    const row = { account, owner, givenAt, revokedAt: null, ...place }
    await db
      .insert(consents)
      .values({ chainId, cover, ...row })
      .onConflictDoUpdate(row)
    return { pool: await poolOfCover(db, chainId, cover), account, counterparty: owner, cover }
  },
  ConsentRevoked: async ({ args, chainId, db, place, timestamp: revokedAt }) => {
    const { coverId: cover, account } = args
    // It can be refused before it was ever given.
    await db
      .insert(consents)
      .values({ chainId, cover, account, owner: zeroAddress, givenAt: 0n, revokedAt, ...place })
      .onConflictDoUpdate({ revokedAt, ...place })
    return { pool: await poolOfCover(db, chainId, cover), account, cover }
  },
  HoldingProven: async ({ args, chainId, db, place }) => {
    const { token, number, account, held } = args
    await db
      .insert(holdings)
      .values({ chainId, token, number, account, held, nfts: [], ...place })
      .onConflictDoUpdate({ held, ...place })
    return { account, counterparty: token, amount: held }
  },
  HoldingUsed: async ({ args, chainId, db, place }) => {
    const { token, account, lossTime, amount } = args
    await db.insert(holdingUses).values({ chainId, ...place, token, account, lossTime, amount })
    return { account, counterparty: token, amount }
  },
  NftProven: async ({ args, chainId, db, place }) => {
    const { token, number, account, id } = args
    await db
      .insert(holdings)
      .values({ chainId, token, number, account, held: 1n, nfts: [id.toString()], ...place })
      .onConflictDoUpdate((row) => ({ held: row.held + 1n, nfts: [...row.nfts, id.toString()], ...place }))
    return { account, counterparty: token }
  },
  RootTermsDefined: async ({ args, chainId, db, origin }) => {
    const { asset: token, value, feed, heartbeat } = args.terms
    const row = { kind: 'root' as const, token, value, feed, heartbeat: BigInt(heartbeat), salvage: false }
    await db
      .insert(proofTerms)
      .values({ chainId, id: args.id, ...row, ...origin })
      .onConflictDoNothing()
    return {}
  },
  StorageRootProven: async ({ args, chainId, db, place }) => {
    const { token, number, storageRoot } = args
    await db
      .insert(storageRoots)
      .values({ chainId, token, number, storageRoot, ...place })
      .onConflictDoUpdate({ storageRoot, ...place })
    return { counterparty: token }
  },
  TermsDefined: async ({ args, chainId, db, origin }) => {
    const { token, value, feed, heartbeat, salvage } = args.terms
    const row = { kind: 'holdings' as const, token, value, feed, heartbeat: BigInt(heartbeat), salvage }
    await db
      .insert(proofTerms)
      .values({ chainId, id: args.id, ...row, ...origin })
      .onConflictDoNothing()
    return {}
  },
  TokenRegistered: async ({ args, chainId, db, origin }) => {
    const { token, storageLayout, unit, codeHash } = args
    const row = { layout: plain(storageLayout), unit, codeHash, shownBlock: null, retired: false, ...origin }
    await db
      .insert(proofTokens)
      .values({ chainId, token, ...row })
      .onConflictDoUpdate(row)
    return { counterparty: token }
  },
  TokenRetired: async ({ args, chainId, db }) => {
    await db.update(proofTokens, { chainId, token: args.token }).set({ retired: true })
    return { counterparty: args.token }
  },
  TokenShown: async ({ args, chainId, db }) => {
    await db.update(proofTokens, { chainId, token: args.token }).set({ shownBlock: args.number })
    return { counterparty: args.token }
  },
  ValueProven: async ({ args, chainId, db, place }) => {
    const { id, lossTime, round, value } = args
    const row = { round, value, ...place }
    await db
      .insert(provenValues)
      .values({ chainId, id, lossTime, ...row })
      .onConflictDoUpdate(row)
    return {}
  },
})
