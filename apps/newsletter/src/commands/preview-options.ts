import type { Preference } from '../compose/preference.ts'
import { readArgs } from './read-args.ts'
import { UsageError } from './usage-error.ts'

export const previewKinds = ['daily', 'weekly', 'confirmation', 'welcome', 'goodbye'] as const

export type PreviewKind = (typeof previewKinds)[number]

/** What `preview` was asked for. Without `date` it is the newest digest; `last` is how many digests `all` means. */
export type PreviewOptions = {
  readonly all: boolean
  readonly last: number
  readonly date?: string
  readonly kind: PreviewKind
  readonly preference?: Preference
  readonly out?: string
  readonly json: boolean
  readonly quiet: boolean
}

/** Reads the arguments after `preview`; throws `UsageError`. */
export function readPreviewOptions(args: readonly string[]): PreviewOptions {
  const values = parse(args)
  checkTogether(values)
  const kind = previewKinds.find((known) => known === (values.kind ?? 'daily'))
  if (kind === undefined) throw new UsageError(`--kind is one of ${previewKinds.join(', ')}.`)
  if (values.date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.date)) {
    throw new UsageError('--date is a day such as 2025-10-16.')
  }
  if (values.last !== undefined && !/^[1-9]\d*$/.test(values.last))
    throw new UsageError('--last is a number of digests.')
  const preference = {
    topics: readList(values.topics),
    authors: readList(values.authors),
    categories: readList(values.categories),
  }
  const asks = Object.values(preference).some((list) => list.length > 0)
  return {
    all: values.all ?? false,
    last: Number(values.last ?? Number.POSITIVE_INFINITY),
    ...(values.date !== undefined && { date: values.date }),
    kind,
    ...(asks && { preference }),
    ...(values.out !== undefined && { out: values.out }),
    json: values.json ?? false,
    quiet: values.quiet ?? false,
  }
}

type Values = ReturnType<typeof parse>

const choices = ['date', 'kind', 'topics', 'authors', 'categories'] as const

/** A flag that would do nothing is a misunderstanding. */
function checkTogether(values: Values): void {
  const chosen = choices.find((name) => values[name] !== undefined)
  if (values.all && chosen !== undefined) throw new UsageError(`--all is every mail; leave out --${chosen}.`)
  if (!values.all && values.last !== undefined) throw new UsageError('--last goes with --all.')
  const wish = choices.slice(2).find((name) => values[name] !== undefined)
  const isForReaders = [undefined, 'daily', 'weekly'].includes(values.kind)
  if (!isForReaders && wish !== undefined)
    throw new UsageError(`A mail of the kind ${values.kind} is the same for everybody; leave out --${wish}.`)
}

const flags = {
  all: { type: 'boolean' },
  last: { type: 'string' },
  date: { type: 'string' },
  kind: { type: 'string' },
  topics: { type: 'string' },
  authors: { type: 'string' },
  categories: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  quiet: { type: 'boolean' },
} as const

function parse(args: readonly string[]) {
  return readArgs('preview', args, flags).values
}

function readList(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
