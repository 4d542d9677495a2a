import { zeroAddress, zeroHash } from 'viem'
import {
  type FunctionsSource,
  type ReportConfig,
  type ReportStep,
  reportSources,
  type SignerSource,
} from '../types/report.ts'

/** The contract's `Config`. */
type Raw = {
  source: number
  longestEvent: bigint
  window: bigint
  table: readonly ReportStep[]
  functions: FunctionsSource
  signers: SignerSource
}

const noFunctions: FunctionsSource = {
  ...{ router: zeroAddress, subscription: 0n, donId: zeroHash, callbackGas: 0n, request: '0x' },
}
const noSigners: SignerSource = { members: [], threshold: 0, rotator: zeroAddress, rotationDelay: 0n }

/** A configuration as the contract takes it: zero in the source that it does not use. */
export function toReportConfig(config: ReportConfig): Raw {
  return { functions: noFunctions, signers: noSigners, ...config, source: reportSources.indexOf(config.source) }
}

/** A configuration without the source that it does not use. */
export function fromReportConfig({ source, functions, signers, ...base }: Raw): ReportConfig {
  return reportSources[source] === 'functions'
    ? { source: 'functions', ...base, functions }
    : { source: 'signers', ...base, signers }
}
