import { FatalError } from '@bulwark/service'

/** A stack runs in this folder already. */
export class StackRunningError extends FatalError {
  constructor({ directory, pid }: { directory: string; pid: number }) {
    super(`A stack runs in ${directory} already, as process ${pid}.`, {
      advice: 'Stop it with Ctrl-C in its terminal, or give another folder by --directory.',
    })
  }
}

/** What was asked for does not go together, or does not exist. */
export class StackUsageError extends FatalError {}

/** A service of the stack ended, or did not become ready in time. */
export class ServiceFailedError extends FatalError {
  constructor({ service, reason, log, tail }: { service: string; reason: string; log: string; tail: string }) {
    super(`The ${service} ${reason}.${tail === '' ? '' : `\n${tail}\n`}`, { advice: `Its whole log is ${log}.` })
  }
}

/** A file of the stack's folder is not what it wrote. */
export class BrokenStateError extends FatalError {
  constructor({ path, cause }: { path: string; cause?: unknown }) {
    super(`${path} is not what a stack wrote.`, {
      advice: 'Start with --fresh: the local chain begins anew.',
      cause,
    })
  }
}
