import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** The parameters of {@link startFaultyPipe}. */
export type StartFaultyPipeParameters = { host?: string; port: number }

/** A connection to a server, a database say, that can be broken. */
export type FaultyPipe = {
  readonly port: number
  /** Breaks every connection that is open; new ones go through. */
  breakAll(): number
  /** Refuses new connections, or lets them through again. */
  setOpen(isOpen: boolean): void
  stop(): Promise<void>
}

/**
 * Starts a pipe to a TCP server whose connections can be broken at any moment.
 *
 * @example
 * const pipe = await startFaultyPipe({ port: 5432 })
 * pipe.breakAll()
 */
export async function startFaultyPipe({ host = '127.0.0.1', port }: StartFaultyPipeParameters): Promise<FaultyPipe> {
  const sockets = new Set<Socket>()
  let open = true
  const server = createServer((socket) => {
    if (!open) return void socket.destroy()
    const upstream = connect(port, host)
    for (const [one, other] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const breakAll = () => {
    const broken = sockets.size
    for (const socket of sockets) socket.destroy()
    return broken / 2
  }
  return {
    port: (server.address() as AddressInfo).port,
    breakAll,
    setOpen: (isOpen) => {
      open = isOpen
    },
    stop: async () => {
      open = false
      breakAll()
      server.close()
      await once(server, 'close')
    },
  }
}
