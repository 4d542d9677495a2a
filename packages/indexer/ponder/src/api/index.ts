import { Hono } from 'hono'

/** Ponder wants an application here. What people ask is answered by `@bulwark/api`. */
export default new Hono()
