import { parseArgs } from 'node:util'

/** What `press` was asked to do. */
export type Command =
  | { readonly name: 'build'; readonly strict: boolean }
  | { readonly name: 'start'; readonly strict: boolean; readonly port: number }
  | { readonly name: 'dev'; readonly port: number }
  | { readonly name: 'help' }

export const usage = `usage: npm run build [-- --strict]
       npm start [-- --strict] [-- --port 4321]
       npm run dev [-- --port 4321]

  --strict  build nothing when the content has errors
  --port    where the preview answers; PORT says the same; the next free port is taken
`

/** The arguments do not say what to do; the message is for the person who typed them. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const flags = { build: ['strict'], start: ['strict', 'port'], dev: ['port'] } as const

/** Reads arguments and `PORT`; throws `UsageError` for what no command knows. */
export function readCommand(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Command {
  const { values, positionals } = parse(args)
  if (values.help) return { name: 'help' }
  const [name, ...rest] = positionals
  if (name !== 'build' && name !== 'start' && name !== 'dev')
    throw new UsageError(`No command ${name ?? ''}.`)
  if (rest.length > 0) throw new UsageError(`${rest.join(' ')} means nothing here.`)
  const known: readonly string[] = flags[name]
  const unknown = Object.keys(values).find((flag) => !known.includes(flag))
  if (unknown) throw new UsageError(`${name} has no --${unknown}.`)
  const strict = values.strict ?? false
  if (name === 'build') return { name, strict }
  const port = readPort(values.port ?? (env.PORT || '4321'))
  return name === 'start' ? { name, strict, port } : { name, port }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { strict: { type: 'boolean' }, port: { type: 'string' }, help: { type: 'boolean' } },
      allowPositionals: true,
    })
  } catch (cause) {
    // Node adds a lesson on `--` after the first sentence.
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new UsageError(`${reason.split('. ')[0]}.`, { cause })
  }
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65535) throw new UsageError(`${text} is no port.`)
  return port
}
