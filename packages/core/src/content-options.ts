import { parseArgs } from 'node:util'

/** How `npm run content` was called. */
export type ContentOptions = { readonly json: boolean; readonly quiet: boolean; readonly help: boolean }

export const usage = `usage: npm run content -- [--json] [--quiet]

Reads every digest of the content folder and prints what is wrong, as file:line:column level code message.
BROADSHEET_CONTENT names another folder than content/. Exit status: 0 without errors, 1 with, 2 when the
folder cannot be read.

  --json   one JSON object a line, and no summary
  --quiet  say nothing but errors
  --help   this text
`

/** The arguments do not say what to do; the message is for the person who typed them. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Reads the arguments; throws `UsageError` for what is not in `usage`. */
export function readContentOptions(args: readonly string[]): ContentOptions {
  const { json = false, quiet = false, help = false } = parse(args)
  return { json, quiet, help }
}

function parse(args: readonly string[]): { json?: boolean; quiet?: boolean; help?: boolean } {
  const options = {
    json: { type: 'boolean' },
    quiet: { type: 'boolean' },
    help: { type: 'boolean' },
  } as const
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}
