import { ContractError, type ContractErrorOptions } from './base.ts'

/** The call is announced. */
export class AccessManagerAlreadyScheduledError extends ContractError<'AccessManagerAlreadyScheduled'> {
  override readonly name = 'AccessManagerAlreadyScheduledError'

  constructor(options: ContractErrorOptions<'AccessManagerAlreadyScheduled'>) {
    const { operationId } = options.args
    super(options, `The call ${operationId} is announced already.`, 'Make it when it is due, or cancel it.')
  }
}

/** Only its holder renounces a role. */
export class AccessManagerBadConfirmationError extends ContractError<'AccessManagerBadConfirmation'> {
  override readonly name = 'AccessManagerBadConfirmationError'

  constructor(options: ContractErrorOptions<'AccessManagerBadConfirmation'>) {
    super(options, 'A role can be renounced by its holder alone.', 'Call it as the holder.')
  }
}

/** The announcement is too old. */
export class AccessManagerExpiredError extends ContractError<'AccessManagerExpired'> {
  override readonly name = 'AccessManagerExpiredError'

  constructor(options: ContractErrorOptions<'AccessManagerExpired'>) {
    const { operationId } = options.args
    super(options, `The call ${operationId} was announced too long ago.`, 'Announce it again with `scheduleCall`.')
  }
}

/** There has to be a first admin. */
export class AccessManagerInvalidInitialAdminError extends ContractError<'AccessManagerInvalidInitialAdmin'> {
  override readonly name = 'AccessManagerInvalidInitialAdminError'

  constructor(options: ContractErrorOptions<'AccessManagerInvalidInitialAdmin'>) {
    const { initialAdmin } = options.args
    super(options, `${initialAdmin} cannot be the first admin.`, 'Name another.')
  }
}

/** The role of this function cannot be changed. */
export class AccessManagerLockedFunctionError extends ContractError<'AccessManagerLockedFunction'> {
  override readonly name = 'AccessManagerLockedFunctionError'

  constructor(options: ContractErrorOptions<'AccessManagerLockedFunction'>) {
    const { selector } = options.args
    super(options, `The role of the function ${selector} cannot be changed.`, 'Leave it.')
  }
}

/** This role cannot be changed. */
export class AccessManagerLockedRoleError extends ContractError<'AccessManagerLockedRole'> {
  override readonly name = 'AccessManagerLockedRoleError'

  constructor(options: ContractErrorOptions<'AccessManagerLockedRole'>) {
    const { roleId } = options.args
    super(options, `The role ${roleId} cannot be changed.`, 'Choose another.')
  }
}

/** The call is not due. */
export class AccessManagerNotReadyError extends ContractError<'AccessManagerNotReady'> {
  override readonly name = 'AccessManagerNotReadyError'

  constructor(options: ContractErrorOptions<'AccessManagerNotReady'>) {
    const { operationId } = options.args
    super(options, `The call ${operationId} is announced, and not due.`, 'Ask `getScheduledCall` when it is.')
  }
}

/** The call was not announced. */
export class AccessManagerNotScheduledError extends ContractError<'AccessManagerNotScheduled'> {
  override readonly name = 'AccessManagerNotScheduledError'

  constructor(options: ContractErrorOptions<'AccessManagerNotScheduled'>) {
    const { operationId } = options.args
    super(
      options,
      `The call ${operationId} was not announced.`,
      'Announce it with `scheduleCall`, and make it when it is due.',
    )
  }
}

/** The caller lacks the role for this. */
export class AccessManagerUnauthorizedAccountError extends ContractError<'AccessManagerUnauthorizedAccount'> {
  override readonly name = 'AccessManagerUnauthorizedAccountError'

  constructor(options: ContractErrorOptions<'AccessManagerUnauthorizedAccount'>) {
    const { msgsender, roleId } = options.args
    super(options, `${msgsender} does not have the role ${roleId}.`, 'A decision alone changes roles: propose it.')
  }
}

/** The caller may not make this call, or has to wait longer. */
export class AccessManagerUnauthorizedCallError extends ContractError<'AccessManagerUnauthorizedCall'> {
  override readonly name = 'AccessManagerUnauthorizedCallError'

  constructor(options: ContractErrorOptions<'AccessManagerUnauthorizedCall'>) {
    const { caller, selector, target } = options.args
    super(
      options,
      `${caller} may not call ${selector} of ${target}, or not so soon.`,
      'Ask `canCallRestricted` whether and when.',
    )
  }
}

/** The caller may not withdraw this announcement. */
export class AccessManagerUnauthorizedCancelError extends ContractError<'AccessManagerUnauthorizedCancel'> {
  override readonly name = 'AccessManagerUnauthorizedCancelError'

  constructor(options: ContractErrorOptions<'AccessManagerUnauthorizedCancel'>) {
    const { msgsender, caller, selector, target } = options.args
    super(
      options,
      `${msgsender} may not withdraw what ${caller} announced: ${selector} of ${target}.`,
      'Call it as who announced it.',
    )
  }
}

/** Only a contract with restricted functions takes an announcement. */
export class AccessManagerUnauthorizedConsumeError extends ContractError<'AccessManagerUnauthorizedConsume'> {
  override readonly name = 'AccessManagerUnauthorizedConsumeError'

  constructor(options: ContractErrorOptions<'AccessManagerUnauthorizedConsume'>) {
    const { target } = options.args
    super(options, `${target} takes no announcement.`, 'Make the call itself.')
  }
}

/** A role would be managed by one that does not wait. */
export class AdminMustWaitError extends ContractError<'AdminMustWait'> {
  override readonly name = 'AdminMustWaitError'

  constructor(options: ContractErrorOptions<'AdminMustWait'>) {
    const { role, admin } = options.args
    super(
      options,
      `The role ${role} would be managed by the role ${admin}, which does not wait.`,
      'Have a role manage it that is the timelock’s.',
    )
  }
}

/** The authority of a contract cannot be replaced. */
export class AuthorityIsFixedError extends ContractError<'AuthorityIsFixed'> {
  override readonly name = 'AuthorityIsFixedError'

  constructor(options: ContractErrorOptions<'AuthorityIsFixed'>) {
    const { target } = options.args
    super(options, `The authority of ${target} cannot be replaced.`, 'A new version is a new set of contracts.')
  }
}

/** A function of the timelock would come to a role that does not wait. */
export class FunctionWaitsError extends ContractError<'FunctionWaits'> {
  override readonly name = 'FunctionWaitsError'

  constructor(options: ContractErrorOptions<'FunctionWaits'>) {
    const { selector, target, role } = options.args
    super(
      options,
      `The function ${selector} of ${target} would come to the role ${role}, which does not wait.`,
      'Leave it with the timelock.',
    )
  }
}

/** There has to be a timelock. */
export class NoTimelockError extends ContractError<'NoTimelock'> {
  override readonly name = 'NoTimelockError'

  constructor(options: ContractErrorOptions<'NoTimelock'>) {
    super(options, 'The zero address cannot be the timelock.', 'Name the timelock.')
  }
}

/** Only the deployer hands over, once. */
export class OnlyDeployerError extends ContractError<'OnlyDeployer'> {
  override readonly name = 'OnlyDeployerError'

  constructor(options: ContractErrorOptions<'OnlyDeployer'>) {
    const { caller } = options.args
    super(options, `${caller} cannot hand over.`, 'The deployer can, once.')
  }
}

/** This role is the timelock’s alone. */
export class TimelockOnlyError extends ContractError<'TimelockOnly'> {
  override readonly name = 'TimelockOnlyError'

  constructor(options: ContractErrorOptions<'TimelockOnly'>) {
    const { role, account } = options.args
    super(
      options,
      `The role ${role} is the timelock’s alone, and ${account} cannot have it.`,
      'Propose what the role would do.',
    )
  }
}

/** There is no such role. */
export class UnknownRoleError extends ContractError<'UnknownRole'> {
  override readonly name = 'UnknownRoleError'

  constructor(options: ContractErrorOptions<'UnknownRole'>) {
    const { role } = options.args
    super(options, `There is no role ${role}.`, 'Roles are numbered from 0 to 4.')
  }
}
