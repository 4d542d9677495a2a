import { moment } from '../internal/format.ts'
import { ContractError, type ContractErrorOptions } from './base.ts'

/** There would be more tokens than votes can count. */
export class ERC20ExceededSafeSupplyError extends ContractError<'ERC20ExceededSafeSupply'> {
  override readonly name = 'ERC20ExceededSafeSupplyError'

  constructor(options: ContractErrorOptions<'ERC20ExceededSafeSupply'>) {
    const { increasedSupply, cap } = options.args
    super(options, `There would be ${increasedSupply} units, and votes count to ${cap}.`, 'Mint fewer.')
  }
}

/** The spender may take fewer tokens. */
export class ERC20InsufficientAllowanceError extends ContractError<'ERC20InsufficientAllowance'> {
  override readonly name = 'ERC20InsufficientAllowanceError'

  constructor(options: ContractErrorOptions<'ERC20InsufficientAllowance'>) {
    const { spender, allowance, needed } = options.args
    super(options, `${spender} may take ${allowance} units of tokens, and ${needed} are needed.`, 'Have more approved.')
  }
}

/** The account has fewer tokens. */
export class ERC20InsufficientBalanceError extends ContractError<'ERC20InsufficientBalance'> {
  override readonly name = 'ERC20InsufficientBalanceError'

  constructor(options: ContractErrorOptions<'ERC20InsufficientBalance'>) {
    const { sender, balance, needed } = options.args
    super(options, `${sender} has ${balance} units of tokens, and ${needed} are needed.`, 'Transfer fewer.')
  }
}

/** The zero address cannot approve. */
export class ERC20InvalidApproverError extends ContractError<'ERC20InvalidApprover'> {
  override readonly name = 'ERC20InvalidApproverError'

  constructor(options: ContractErrorOptions<'ERC20InvalidApprover'>) {
    const { approver } = options.args
    super(options, `${approver} cannot approve.`, 'Correct the address.')
  }
}

/** The zero address cannot receive. */
export class ERC20InvalidReceiverError extends ContractError<'ERC20InvalidReceiver'> {
  override readonly name = 'ERC20InvalidReceiverError'

  constructor(options: ContractErrorOptions<'ERC20InvalidReceiver'>) {
    const { receiver } = options.args
    super(options, `${receiver} cannot receive tokens.`, 'Correct the address.')
  }
}

/** The zero address cannot send. */
export class ERC20InvalidSenderError extends ContractError<'ERC20InvalidSender'> {
  override readonly name = 'ERC20InvalidSenderError'

  constructor(options: ContractErrorOptions<'ERC20InvalidSender'>) {
    const { sender } = options.args
    super(options, `${sender} cannot send tokens.`, 'Correct the address.')
  }
}

/** The zero address cannot spend. */
export class ERC20InvalidSpenderError extends ContractError<'ERC20InvalidSpender'> {
  override readonly name = 'ERC20InvalidSpenderError'

  constructor(options: ContractErrorOptions<'ERC20InvalidSpender'>) {
    const { spender } = options.args
    super(options, `${spender} cannot spend tokens.`, 'Correct the address.')
  }
}

/** The permit came too late. */
export class ERC2612ExpiredSignatureError extends ContractError<'ERC2612ExpiredSignature'> {
  override readonly name = 'ERC2612ExpiredSignatureError'

  constructor(options: ContractErrorOptions<'ERC2612ExpiredSignature'>) {
    const { deadline } = options.args
    super(options, `The permit could be used until ${moment(deadline)}.`, 'Sign another.')
  }
}

/** The permit was not signed by the owner. */
export class ERC2612InvalidSignerError extends ContractError<'ERC2612InvalidSigner'> {
  override readonly name = 'ERC2612InvalidSignerError'

  constructor(options: ContractErrorOptions<'ERC2612InvalidSigner'>) {
    const { signer, owner } = options.args
    super(
      options,
      `${signer} signed the permit, and not ${owner}.`,
      'Sign it anew: the nonce or what it says may have changed.',
    )
  }
}

/** The nonce was used, or is not the next. */
export class InvalidAccountNonceError extends ContractError<'InvalidAccountNonce'> {
  override readonly name = 'InvalidAccountNonceError'

  constructor(options: ContractErrorOptions<'InvalidAccountNonce'>) {
    const { account, currentNonce } = options.args
    super(options, `The next nonce of ${account} is ${currentNonce}.`, 'Sign it anew with that one.')
  }
}

/** More tokens than a year allows. */
export class MintAboveCapError extends ContractError<'MintAboveCap'> {
  override readonly name = 'MintAboveCapError'

  constructor(options: ContractErrorOptions<'MintAboveCap'>) {
    const { amount, max } = options.args
    super(options, `${amount} units are more than the ${max} that one mint may add.`, 'Mint fewer.')
  }
}

/** The last mint is less than a year ago. */
export class MintTooEarlyError extends ContractError<'MintTooEarly'> {
  override readonly name = 'MintTooEarlyError'

  constructor(options: ContractErrorOptions<'MintTooEarly'>) {
    const { notBefore } = options.args
    super(options, `Nothing is minted before ${moment(notBefore)}.`, 'Wait until then.')
  }
}

/** More tokens than can ever exist. */
export class SupplyAboveCapError extends ContractError<'SupplyAboveCap'> {
  override readonly name = 'SupplyAboveCapError'

  constructor(options: ContractErrorOptions<'SupplyAboveCap'>) {
    const { supply, max } = options.args
    super(options, `There would be ${supply} units of tokens, and there can be ${max}.`, 'Mint fewer.')
  }
}

/** A stored name cannot be read. */
export class InvalidShortStringError extends ContractError<'InvalidShortString'> {
  override readonly name = 'InvalidShortStringError'

  constructor(options: ContractErrorOptions<'InvalidShortString'>) {
    super(options, 'A stored name cannot be read.', 'Report this: it cannot be.')
  }
}

/** A name is too long to be stored. */
export class StringTooLongError extends ContractError<'StringTooLong'> {
  override readonly name = 'StringTooLongError'

  constructor(options: ContractErrorOptions<'StringTooLong'>) {
    const { str } = options.args
    super(options, `The name ${str} is too long.`, 'Use at most 31 bytes.')
  }
}

/** A number is too large. */
export class SafeCastOverflowedUintDowncastError extends ContractError<'SafeCastOverflowedUintDowncast'> {
  override readonly name = 'SafeCastOverflowedUintDowncastError'

  constructor(options: ContractErrorOptions<'SafeCastOverflowedUintDowncast'>) {
    const { value, bits } = options.args
    super(options, `${value} does not fit ${bits} bits.`, 'Use a smaller number.')
  }
}
