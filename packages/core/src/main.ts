import { join, relative } from 'node:path'
import { findContentFolder } from './content-folder.ts'
import { readContentOptions, UsageError, usage } from './content-options.ts'
import { formatContentReport } from './content-report.ts'
import { findDigestCache } from './data-folder.ts'
import { parseAhead } from './parse-ahead.ts'
import { readArchive } from './read-archive.ts'

// The reader of a pipe may have seen enough, as `head` has.
process.stdout.on('error', (error) => {
  if (!('code' in error && error.code === 'EPIPE')) throw error
})
process.exitCode = await main()

async function main(): Promise<number> {
  try {
    return await check()
  } catch (error) {
    process.stderr.write(`${formatFailure(error)}\n`)
    return 2
  }
}

async function check(): Promise<number> {
  const { json, quiet, help } = readContentOptions(process.argv.slice(2))
  if (help) {
    process.stdout.write(usage)
    return 0
  }
  const folder = findContentFolder(process.env, process.cwd())
  const cache = findDigestCache(process.env, process.cwd())
  if (cache !== undefined) await parseAhead(folder, cache)
  const read = readArchive(folder, { aliases: {}, ...(cache && { cache }) })
  const colour = (process.stdout.isTTY === true || process.env.FORCE_COLOR === '1') && !process.env.NO_COLOR
  const toPath = (file: string) => relative(process.cwd(), join(folder, file)).replaceAll('\\', '/')
  process.stdout.write(formatContentReport(read, { json, quiet, colour, toPath }))
  return read.refused.length > 0 ? 1 : 0
}

function formatFailure(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\n\n${usage.trimEnd()}`
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  return cause instanceof Error ? `${error.message}\n    ${cause.message}` : (error.stack ?? error.message)
}
