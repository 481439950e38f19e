import { parseArgs } from 'node:util'

/** What `feed` was asked to do. Dates are calendar dates. */
export type Command =
  | { readonly name: 'build' }
  | { readonly name: 'revise'; readonly date?: string; readonly dryRun: boolean; readonly quiet: boolean }
  | { readonly name: 'ping'; readonly since?: string; readonly dryRun: boolean; readonly quiet: boolean }
  | { readonly name: 'help' }

export const usage = `usage: npm run feed -- revise [--date 2025-10-16] [--dry-run] [--quiet]
       npm run feed -- ping [--since 2025-10-16] [--dry-run] [--quiet]

  revise     record which digests and papers changed since the last time
  ping       tell the WebSub hub which feeds changed
  --date     when they changed, at the hour of publishing; now, without it
  --since    feeds with an item from that day on; from the newest digest on, without it
  --dry-run  only say what would be done
  --quiet    say nothing but errors
`

/** The arguments do not say what to do; the message is for the person who typed them. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const flags = {
  build: [],
  help: [],
  revise: ['date', 'dry-run', 'quiet'],
  ping: ['since', 'dry-run', 'quiet'],
} as const

/** Reads arguments; throws `UsageError` for what no command knows. */
export function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args)
  const { help, date, since, 'dry-run': dryRun = false, quiet = false } = values
  const [name, ...rest] = positionals
  if (help || name === 'help') return { name: 'help' }
  if (name !== 'build' && name !== 'revise' && name !== 'ping')
    throw new UsageError(`No command ${name ?? ''}.`)
  if (rest.length > 0) throw new UsageError(`${rest.join(' ')} means nothing here.`)
  const known: readonly string[] = flags[name]
  const unknown = Object.keys(values).find((flag) => !known.includes(flag))
  if (unknown !== undefined) throw new UsageError(`${name} has no --${unknown}.`)
  for (const given of [date, since]) checkDate(given)
  if (name === 'build') return { name }
  return name === 'revise'
    ? { name, dryRun, quiet, ...(date && { date }) }
    : { name, dryRun, quiet, ...(since && { since }) }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        date: { type: 'string' },
        since: { type: 'string' },
        'dry-run': { type: 'boolean' },
        quiet: { type: 'boolean' },
        help: { type: 'boolean' },
      },
      allowPositionals: true,
    })
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

function checkDate(date: string | undefined): void {
  if (date === undefined) return
  const isDate = /^\d{4}-\d\d-\d\d$/.test(date) && new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date)
  if (!isDate) throw new UsageError(`${date} is no date such as 2025-10-16.`)
}
