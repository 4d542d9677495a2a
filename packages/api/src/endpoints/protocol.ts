import { defineFields } from '../fields/defineFields.ts'
import { address, flag, from, hash, integer, json, moment, small, text } from '../fields/kinds.ts'
import { defineList } from './defineList.ts'
import type { Endpoint } from './Endpoint.ts'

const tag = 'Protocol'
const place = { blockNumber: integer, at: from('timestamp', moment), transactionHash: hash }

const Setting = defineFields('Setting', { contract: text, name: text, value: json, ...place })
const Approval = defineFields('Approval', { kind: text, account: address, approved: flag, ...place })
const Family = defineFields('Family', { asset: address, family: small, ...place })

const listSettings = defineList({
  ...{ name: 'listSettings', path: '/v1/settings', tag, fields: Setting, select: 'e.* FROM settings e' },
  summary: 'What holds for the whole protocol: fees, pauses, bounds',
  order: [
    { column: 'e.contract', key: 'contract', kind: 'text' },
    { column: 'e.name', key: 'name', kind: 'text' },
  ],
  direction: 'asc',
})

const listApprovals = defineList({
  ...{ name: 'listApprovals', path: '/v1/approvals', tag, fields: Approval, select: 'e.* FROM approvals e' },
  summary: 'Who may be named as adjudicator, and who may sign quotes',
  order: [
    { column: 'e.kind', key: 'kind', kind: 'text' },
    { column: 'e.account', key: 'account', kind: 'text' },
  ],
  direction: 'asc',
})

const listFamilies = defineList({
  ...{ name: 'listFamilies', path: '/v1/families', tag, fields: Family, select: 'e.* FROM families e' },
  summary: 'Families of assets that fail together',
  order: [{ column: 'e.asset', key: 'asset', kind: 'text' }],
  direction: 'asc',
})

/** What can be asked about the protocol as a whole. */
export const protocolEndpoints: readonly Endpoint[] = [listSettings, listApprovals, listFamilies]
