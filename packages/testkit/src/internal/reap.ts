import type { ChildProcess } from 'node:child_process'

const children = new Set<ChildProcess>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

function killAll(): void {
  for (const child of children) child.kill('SIGKILL')
}

/** Node's default for a signal is to die without an `exit` event, so the children are killed here first. */
function onSignal(signal: NodeJS.Signals): void {
  // If the program handles the signal itself, it may still need the child while it winds up: `exit` comes later.
  if (process.listenerCount(signal) > 1) return
  killAll()
  unhook()
  process.kill(process.pid, signal)
}

function hook(): void {
  process.on('exit', killAll)
  for (const signal of signals) process.on(signal, onSignal)
}

function unhook(): void {
  process.off('exit', killAll)
  for (const signal of signals) process.off(signal, onSignal)
}

/** Kills `child` when this process ends, however it does: normally, by an exception or by SIGINT, SIGTERM or SIGHUP. */
export function reap(child: ChildProcess): void {
  if (children.size === 0) hook()
  children.add(child)
  child.once('exit', () => {
    children.delete(child)
    if (children.size === 0) unhook()
  })
}
