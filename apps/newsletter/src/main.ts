import { findNearest } from '@broadsheet/view'
import { formatFailure } from './commands/format-failure.ts'
import { UsageError } from './commands/usage-error.ts'
import { type CommandName, formatHelp, formatUsage, isCommand, usages } from './commands/usages.ts'

type Command = (args: readonly string[]) => Promise<number>

/**
 * Each command takes the arguments after its name and answers with an exit status. Only the one that was asked for is
 * loaded: MJML and a database take their time.
 */
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  preview: async () => (await import('./commands/preview.ts')).preview,
  send: async () => (await import('./commands/send.ts')).send,
  status: async () => (await import('./commands/status.ts')).status,
  pause: async () => (await import('./commands/steer.ts')).steer('pause'),
  resume: async () => (await import('./commands/steer.ts')).steer('resume'),
  cancel: async () => (await import('./commands/steer.ts')).steer('cancel'),
  retry: async () => (await import('./commands/steer.ts')).steer('retry'),
  resolve: async () => (await import('./commands/steer.ts')).decide,
  schedule: async () => (await import('./commands/schedule.ts')).schedule,
  serve: async () => (await import('./commands/serve.ts')).serve,
  subscribers: async () => (await import('./commands/subscribers.ts')).subscribers,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  bounces: async () => (await import('./commands/bounces.ts')).bounces,
}

process.stdout.on('error', (error) => {
  // The reader of a pipe may have seen enough, as `head` has.
  if (!('code' in error && error.code === 'EPIPE')) process.exit(fail(error))
})
process.exitCode = await run(process.argv.slice(2)).catch(fail)

async function run([name = '', ...args]: readonly string[]): Promise<number> {
  if (isHelp(name)) return help()
  if (!isCommand(name)) throw new UsageError(nameUnknown(name))
  if (args.some(isHelp)) return help(name)
  return (await commands[name]())(args)
}

function isHelp(argument: string): boolean {
  return argument === '--help' || argument === '-h'
}

function help(name?: CommandName): number {
  process.stdout.write(formatHelp(name))
  return 0
}

function nameUnknown(name: string): string {
  if (name === '') return formatUsage()
  const nearest = findNearest(name, Object.keys(usages))
  return nearest === undefined
    ? `There is no command ${name}.\n\n${formatUsage()}`
    : `There is no command ${name}; did you mean ${nearest}?`
}

/** What the machine or the person at it can mend is told in words; a mistake of ours shows where it is. */
function fail(error: unknown): number {
  const words = formatFailure(error, process.env)
  if (words === undefined) throw error
  process.stderr.write(`${words}\n`)
  return 2
}
