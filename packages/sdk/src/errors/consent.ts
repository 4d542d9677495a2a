import { moment } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** The cover protects no account. */
export class NoProtectedAccountError extends ContractError<'NoProtectedAccount'> {
  override readonly name = 'NoProtectedAccountError'

  constructor(options: ContractErrorOptions<'NoProtectedAccount'>) {
    const { coverId } = options.args
    super(
      options,
      `Cover ${coverId} protects no account.`,
      'Leave consent out: payouts go to its payee or owner anyway.',
    )
  }
}

/** The consent could be brought until its deadline. */
export class ConsentExpiredError extends ContractError<'ConsentExpired'> {
  override readonly name = 'ConsentExpiredError'

  constructor(options: ContractErrorOptions<'ConsentExpired'>) {
    const { deadline, timestamp } = options.args
    super(
      options,
      `The consent could be brought until ${moment(deadline)}, and it is ${moment(timestamp)}.`,
      'Let the protected account sign again, with a later deadline.',
    )
  }
}

/** The protected account did not sign this. */
export class ConsentNotSignedError extends ContractError<'ConsentNotSigned'> {
  override readonly name = 'ConsentNotSignedError'

  constructor(options: ContractErrorOptions<'ConsentNotSigned'>) {
    const { account, digest } = options.args
    super(
      options,
      `${account} did not sign ${digest}.`,
      'Let it sign for this cover and its present owner, deadline, chain and contract: see `signConsent`.',
    )
  }
}

/** After a revocation only the account itself consents again. */
export class ConsentWasRevokedError extends ContractError<'ConsentWasRevoked'> {
  override readonly name = 'ConsentWasRevokedError'

  constructor(options: ContractErrorOptions<'ConsentWasRevoked'>) {
    const { coverId, account } = options.args
    super(
      options,
      `${account} revoked its consent for cover ${coverId}, so signatures count no more.`,
      'Let that account call `giveConsent` itself.',
    )
  }
}

/** Only the protected account may do this. */
export class OnlyProtectedAccountError extends ContractError<'OnlyProtectedAccount'> {
  override readonly name = 'OnlyProtectedAccountError'

  constructor(options: ContractErrorOptions<'OnlyProtectedAccount'>) {
    const { caller, account } = options.args
    super(options, `${caller} is not the protected account, ${account}.`, 'Call it as the protected account.')
  }
}
