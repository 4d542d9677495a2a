/** What a command ends with: scripts tell by it what happened. */
export const exitCodes = {
  ok: 0,
  error: 1,
  usage: 2,
  notFound: 3,
  /** The user said no, or nobody could be asked. */
  rejected: 4,
  /** A contract reverted. */
  reverted: 5,
  network: 6,
  /** Sent, and not known to be mined. */
  pending: 7,
  interrupted: 130,
} as const

/** What a command ends with. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
