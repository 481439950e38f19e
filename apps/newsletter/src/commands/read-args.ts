import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { findNearest } from '@broadsheet/view'
import { UsageError } from './usage-error.ts'
import { type CommandName, formatUsage } from './usages.ts'

/**
 * The arguments of a command by its table of flags; at most `most` others are in `positionals`. Throws `UsageError`
 * with what was misunderstood and the usage: an argument that would do nothing is a misunderstanding too.
 */
export function readArgs<const T extends ParseArgsOptionsConfig>(
  command: CommandName,
  args: readonly string[],
  options: T,
  most = 0,
) {
  const parsed = parse(command, args, options)
  const extra = parsed.positionals[most]
  if (extra !== undefined) throw misunderstood(command, `“${extra}” means nothing here.`)
  return parsed
}

/** A `UsageError` that shows how the command is used. */
export function misunderstood(command: CommandName, words: string, cause?: unknown): UsageError {
  return new UsageError(`${words}\n\n${formatUsage(command)}`, { cause })
}

function parse<const T extends ParseArgsOptionsConfig>(
  command: CommandName,
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const unknown = /^Unknown option '(--?[^']+)'/.exec(reason)?.[1]
    throw misunderstood(command, unknown === undefined ? reason : nameUnknown(unknown, options), cause)
  }
}

function nameUnknown(flag: string, options: ParseArgsOptionsConfig): string {
  const nearest = findNearest(
    flag,
    Object.keys(options).map((name) => `--${name}`),
  )
  return `There is no ${flag} here${nearest === undefined ? '.' : `; did you mean ${nearest}?`}`
}
