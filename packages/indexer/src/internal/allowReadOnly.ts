// Loaded into Ponder's process. At each start it writes the declarations that lie beside its configuration already; where
// code cannot be written, as in a container or under systemd, that must not end it.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const write = fs.writeFileSync
fs.writeFileSync = (...parameters: Parameters<typeof write>): void => {
  try {
    write(...parameters)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    const isDeclaration = String(parameters[0]).endsWith('ponder-env.d.ts')
    if (!isDeclaration || !['EACCES', 'EPERM', 'EROFS'].includes(code)) throw error
  }
}
syncBuiltinESMExports()
