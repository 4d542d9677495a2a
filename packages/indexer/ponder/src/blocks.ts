import { registerBlocks } from '../lib/register.ts'

registerBlocks()
