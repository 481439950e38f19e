import { parseArgs } from 'node:util'
import { measureData } from './data.ts'
import { measureDelivery } from './delivery.ts'
import { measureFeed } from './feed.ts'
import { measureMail } from './mail.ts'
import { formatMeasurements, type Measurement } from './measurement.ts'
import { measureParse } from './parse.ts'
import { measureService } from './service.ts'
import { measureSite } from './site.ts'

const benchmarks: ReadonlyMap<string, () => Promise<readonly Measurement[]>> = new Map([
  ['data', measureData],
  ['delivery', measureDelivery],
  ['feed', measureFeed],
  ['parse', measureParse],
  ['mail', measureMail],
  ['service', measureService],
  ['site', measureSite],
])

const usage = `usage: npm run bench [-- [--json] [name …]]
names: ${[...benchmarks.keys()].join(', ')}
`

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args)
  if (options === undefined) {
    process.stderr.write(usage)
    return 2
  }
  for (const name of options.names) {
    const measurements = (await benchmarks.get(name)?.()) ?? []
    if (options.json) process.stdout.write(`${JSON.stringify({ benchmark: name, measurements })}\n`)
    else process.stdout.write(`${name}\n${formatMeasurements(measurements).replaceAll(/^/gm, '  ')}\n`)
  }
  return 0
}

function readOptions(args: readonly string[]): { names: readonly string[]; json: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const names = positionals.length > 0 ? positionals : [...benchmarks.keys()]
    return names.every((name) => benchmarks.has(name)) ? { names, json: values.json } : undefined
  } catch {
    return undefined
  }
}
