import { count, moment } from '../internal/format.ts'
import { type ReportState, reportSources, reportStates } from '../types/report.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** Where a report stands, in a sentence. */
const standing: Record<ReportState, string> = {
  none: 'nobody has asked for or signed one',
  requested: 'it was requested and has not come',
  failed: 'the last request failed',
  reported: 'one is recorded',
  suspended: 'the recorded one was contradicted',
  ruled: 'it was ruled on',
}

function standingOf(state: number): string {
  return standing[reportStates[state] ?? 'none']
}

/** The listing's reports come from another source. */
export class WrongSourceError extends ContractError<'WrongSource'> {
  override readonly name = 'WrongSourceError'

  constructor(options: ContractErrorOptions<'WrongSource'>) {
    const { listing, source } = options.args
    const functions = reportSources[source] === 'functions'
    super(
      options,
      `Reports of listing ${listing} come from ${functions ? 'a Functions network' : 'signers'}.`,
      functions ? 'Call `requestReport`.' : 'Call `submitReport` with their signatures.',
    )
  }
}

/** These are not the facts of the event, or they are too long. */
export class FactsMismatchError extends ContractError<'FactsMismatch'> {
  override readonly name = 'FactsMismatchError'

  constructor(options: ContractErrorOptions<'FactsMismatch'>) {
    const { actual, expected, length, max } = options.args
    super(
      options,
      `The ${length} bytes of facts hash to ${actual}, and the event names ${expected}.`,
      `Give the bytes that the quote was made from, at most ${max} of them.`,
    )
  }
}

/** The event is not over. */
export class EventNotOverError extends ContractError<'EventNotOver'> {
  override readonly name = 'EventNotOverError'

  constructor(options: ContractErrorOptions<'EventNotOver'>) {
    const { ends, timestamp } = options.args
    super(
      options,
      `The event ends at ${moment(ends)}, and it is ${moment(timestamp)}.`,
      'Try again then: reports count once it is over.',
    )
  }
}

/** The window for reports on the event has closed. */
export class WindowClosedError extends ContractError<'WindowClosed'> {
  override readonly name = 'WindowClosedError'

  constructor(options: ContractErrorOptions<'WindowClosed'>) {
    const { closed, timestamp } = options.args
    super(
      options,
      `Reports on this event were taken until ${moment(closed)}, and it is ${moment(timestamp)}.`,
      'Nothing can be reported any more; a report that stands can still be proven.',
    )
  }
}

/** The report is dated before the event's end, or in the future. */
export class ReportTimeOutOfBoundsError extends ContractError<'ReportTimeOutOfBounds'> {
  override readonly name = 'ReportTimeOutOfBoundsError'

  constructor(options: ContractErrorOptions<'ReportTimeOutOfBounds'>) {
    const { from, time, to } = options.args
    super(
      options,
      `The report is dated ${moment(time)}.`,
      `Sign one dated between ${moment(from)}, the end of the event, and ${moment(to)}.`,
    )
  }
}

/** There is a report on the event already. */
export class AlreadyReportedError extends ContractError<'AlreadyReported'> {
  override readonly name = 'AlreadyReportedError'

  constructor(options: ContractErrorOptions<'AlreadyReported'>) {
    const { key, state } = options.args
    super(
      options,
      `The event ${key} takes no further report: ${standingOf(state)}.`,
      'Read `getReportRecord`; call `proveReport` once it stands.',
    )
  }
}

/** There is no report on the event that the call could use. */
export class NotReportedError extends ContractError<'NotReported'> {
  override readonly name = 'NotReportedError'

  constructor(options: ContractErrorOptions<'NotReported'>) {
    const { key, state } = options.args
    super(
      options,
      `There is no report on the event ${key} to use: ${standingOf(state)}.`,
      'Read `getReportRecord`; call `requestReport` or `submitReport` if none is recorded.',
    )
  }
}

/** The event was asked for a short while ago. */
export class RequestTooSoonError extends ContractError<'RequestTooSoon'> {
  override readonly name = 'RequestTooSoonError'

  constructor(options: ContractErrorOptions<'RequestTooSoon'>) {
    const { key, notBefore, timestamp } = options.args
    super(
      options,
      `The event ${key} can be asked for again from ${moment(notBefore)} on, and it is ${moment(timestamp)}.`,
      'Wait for the answer, or ask again then.',
    )
  }
}

/** The router gave out this number before. */
export class RequestIdUsedError extends ContractError<'RequestIdUsed'> {
  override readonly name = 'RequestIdUsedError'

  constructor(options: ContractErrorOptions<'RequestIdUsed'>) {
    const { requestId } = options.args
    super(
      options,
      `The router gave out the number ${requestId} before.`,
      'The router is not as it should be: do not use listings that name it.',
    )
  }
}

/** The caller is not the router that the request was sent to. */
export class NotTheRouterError extends ContractError<'NotTheRouter'> {
  override readonly name = 'NotTheRouterError'

  constructor(options: ContractErrorOptions<'NotTheRouter'>) {
    const { caller, requestId } = options.args
    super(
      options,
      `${caller} is not the router that request ${requestId} was sent to.`,
      'Only that router answers; there is nothing to call.',
    )
  }
}

/** Fewer signatures than needed. */
export class TooFewSignersError extends ContractError<'TooFewSigners'> {
  override readonly name = 'TooFewSignersError'

  constructor(options: ContractErrorOptions<'TooFewSigners'>) {
    const { signers, threshold } = options.args
    super(
      options,
      `The report has ${count(signers, 'signature')}, and ${threshold} are needed.`,
      'Have more of the signers of `getSigners` sign it.',
    )
  }
}

/** A signer is named twice, or the signatures are not in ascending order of their signers. */
export class SignersNotAscendingError extends ContractError<'SignersNotAscending'> {
  override readonly name = 'SignersNotAscendingError'

  constructor(options: ContractErrorOptions<'SignersNotAscending'>) {
    const { previous, signer } = options.args
    super(
      options,
      `The signature of ${signer} comes after that of ${previous}, which is not below it.`,
      'Give each signature once, in ascending order of the signers.',
    )
  }
}

/** The signer is not in the set that was in force when the event began. */
export class UnknownSignerError extends ContractError<'UnknownSigner'> {
  override readonly name = 'UnknownSignerError'

  constructor(options: ContractErrorOptions<'UnknownSigner'>) {
    const { signer } = options.args
    super(
      options,
      `${signer} is not a signer of events that begin then.`,
      'Read `getSigners`. A signature of another chain, contract, listing, event or report gives such an address too.',
    )
  }
}

/** The signer was struck off. */
export class SignerIsStruckOffError extends ContractError<'SignerIsStruckOff'> {
  override readonly name = 'SignerIsStruckOffError'

  constructor(options: ContractErrorOptions<'SignerIsStruckOff'>) {
    const { signer } = options.args
    super(options, `${signer} was struck off for contradicting himself.`, 'Leave him out.')
  }
}

/** There was no set of signers yet. */
export class NoSignersError extends ContractError<'NoSigners'> {
  override readonly name = 'NoSignersError'

  constructor(options: ContractErrorOptions<'NoSigners'>) {
    const { time } = options.args
    super(
      options,
      `There were no signers yet at ${moment(time)}.`,
      'Name an event that begins after the listing was created.',
    )
  }
}

/** The report states the same as the recorded one. */
export class SameReportError extends ContractError<'SameReport'> {
  override readonly name = 'SameReportError'

  constructor(options: ContractErrorOptions<'SameReport'>) {
    const { key } = options.args
    super(
      options,
      `The report on the event ${key} states the same as the recorded one.`,
      'Only one of other values contradicts it.',
    )
  }
}

/** None of the signers signed the recorded report. */
export class NotContradictedError extends ContractError<'NotContradicted'> {
  override readonly name = 'NotContradictedError'

  constructor(options: ContractErrorOptions<'NotContradicted'>) {
    const { key } = options.args
    super(
      options,
      `None of these signers signed the recorded report on the event ${key}.`,
      'Show a signature of one of those who did.',
    )
  }
}

/** The report can still be contradicted. */
export class ChallengeOpenError extends ContractError<'ChallengeOpen'> {
  override readonly name = 'ChallengeOpenError'

  constructor(options: ContractErrorOptions<'ChallengeOpen'>) {
    const { timestamp, until } = options.args
    super(
      options,
      `The report can be contradicted until ${moment(until)}, and it is ${moment(timestamp)}.`,
      'Prove it then.',
    )
  }
}

/** The report reaches no step of the table. */
export class NotALossError extends ContractError<'NotALoss'> {
  override readonly name = 'NotALossError'

  constructor(options: ContractErrorOptions<'NotALoss'>) {
    const { distance, status, value } = options.args
    super(
      options,
      `A report of value ${value}, distance ${distance} and status ${status} pays nothing.`,
      "Compare it with the listing's table: read `getReportConfig`.",
    )
  }
}

/** Only the listing's rotator may do this. */
export class NotTheRotatorError extends ContractError<'NotTheRotator'> {
  override readonly name = 'NotTheRotatorError'

  constructor(options: ContractErrorOptions<'NotTheRotator'>) {
    const { caller, rotator } = options.args
    super(
      options,
      `${caller} is not the rotator of this listing, ${rotator}.`,
      BigInt(rotator) === 0n ? 'Its signers are fixed for ever.' : 'Call it as the rotator.',
    )
  }
}

/** A signature is none. */
export class ECDSAInvalidSignatureError extends ContractError<'ECDSAInvalidSignature'> {
  override readonly name = 'ECDSAInvalidSignatureError'

  constructor(options: ContractErrorOptions<'ECDSAInvalidSignature'>) {
    super(options, 'A signature is none.', 'Give what `signReport` returned.')
  }
}

/** A signature has the wrong length. */
export class ECDSAInvalidSignatureLengthError extends ContractError<'ECDSAInvalidSignatureLength'> {
  override readonly name = 'ECDSAInvalidSignatureLengthError'

  constructor(options: ContractErrorOptions<'ECDSAInvalidSignatureLength'>) {
    const { length } = options.args
    super(options, `A signature has ${count(length, 'byte')}, not 65.`, 'Give what `signReport` returned.')
  }
}

/** A signature is not the canonical one. */
export class ECDSAInvalidSignatureSError extends ContractError<'ECDSAInvalidSignatureS'> {
  override readonly name = 'ECDSAInvalidSignatureSError'

  constructor(options: ContractErrorOptions<'ECDSAInvalidSignatureS'>) {
    const { s } = options.args
    super(
      options,
      `The \`s\` of a signature, ${s}, is in the upper half.`,
      'Give the canonical signature, which `signReport` returns.',
    )
  }
}
