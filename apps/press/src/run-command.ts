import { join, relative, resolve } from 'node:path'
import { type Config, ConfigError, type Folders, readConfig } from '@broadsheet/view'
import { type BuildEnd, buildPublication } from './build-publication.ts'
import { interrupted, runChild } from './child.ts'
import { readCommand, UsageError, usage } from './command-line.ts'
import { develop } from './develop.ts'
import { OutputError } from './output-folder.ts'

/** What `readConfig` gives. */
type Configured = Folders & { readonly config: Config }

/** The project's folder, and what ends a command from outside. */
export type Session = { readonly root: string; readonly stop: AbortController }

const isTerminal = process.stdout.isTTY === true

/** Does what the arguments say and gives the exit status; a person is told why something did not work. */
export async function runCommand(args: readonly string[], session: Session): Promise<number> {
  return dispatch(args, session).catch(toExitCode)
}

async function dispatch(args: readonly string[], session: Session): Promise<number> {
  const command = readCommand(args, process.env)
  switch (command.name) {
    case 'build':
      return (await build(await readConfig(), command.strict, session)).code
    case 'start':
      return start(await readConfig(), command.strict, command.port, session)
    case 'dev':
      return dev(await readConfig(), command.port, session)
    case 'help':
      process.stdout.write(usage)
      return 0
    default:
      return command satisfies never
  }
}

async function start(
  publication: Configured,
  strict: boolean,
  port: number,
  session: Session,
): Promise<number> {
  const { code, built } = await build(publication, strict, session)
  if (!built) return code
  const { root, stop } = session
  const script = join(root, 'apps/preview/src/main.ts')
  const ended = await runChild({ script, cwd: root, env: { PORT: String(port) } }, stop.signal)
  return Math.max(code, withoutInterrupt(ended))
}

async function dev({ content }: Folders, port: number, { root, stop }: Session): Promise<number> {
  const config = resolve(root, process.env.BROADSHEET_CONFIG || 'broadsheet.config.ts')
  return withoutInterrupt(await develop({ root, content, config, isTerminal }, port, stop))
}

async function build(publication: Configured, strict: boolean, { root, stop }: Session): Promise<BuildEnd> {
  const start = performance.now()
  const end = await buildPublication({ ...publication, root, isTerminal }, strict, stop.signal)
  const { code, built, unchanged } = end
  const near = relative(process.cwd(), publication.out)
  const out = near.startsWith('..') ? publication.out : near
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  if (unchanged)
    process.stdout.write(`Nothing has changed since ${out}/ was built, looked at in ${seconds} s.\n`)
  else if (built) process.stdout.write(`Built ${out}/ in ${seconds} s.\n`)
  else if (code === 1) process.stderr.write('Nothing was built: the content has errors.\n')
  else if (code !== interrupted) process.stderr.write('The build failed.\n')
  return end
}

/** Servers run until somebody stops them, which is how they are meant to end. */
function withoutInterrupt(code: number): number {
  return code === interrupted ? 0 : code
}

function toExitCode(error: unknown): number {
  const isExpected = [UsageError, ConfigError, OutputError].some((kind) => error instanceof kind)
  const text =
    error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : String(error)
  process.stderr.write(`${text}\n${error instanceof UsageError ? usage : ''}`)
  return 2
}
