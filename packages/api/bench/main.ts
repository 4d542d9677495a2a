/** Measures the API: `--events N`, `--rate N` requests a second, `--seconds N`; `--json` prints one object. */
import { parseArgs } from 'node:util'
import { benchApi } from './benchApi.ts'

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
  },
})
const { events, rate, seconds, json } = values
const say = json ? () => {} : (line: string) => console.error(line)
const found = await benchApi({ events: Number(events), rate: Number(rate), seconds: Number(seconds), say })
console.log(JSON.stringify(found, null, json ? undefined : 2))
