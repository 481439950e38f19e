import { ConfigError } from '@broadsheet/view'
import { UsageError } from './commands/usage-error.ts'

type Command = (args: readonly string[]) => Promise<number>

/**
 * Each command takes the arguments after its name and answers with an exit status. Only the one that was asked for is
 * loaded: MJML and a database take their time.
 */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
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

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof UsageError || error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  return 2
})

async function run([name = '', ...args]: readonly string[]): Promise<number> {
  const usage = `usage: npm run newsletter -- ${Object.keys(commands).join('|')} …`
  if (name === '--help') {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined) throw new UsageError(usage)
  return (await load())(args)
}
