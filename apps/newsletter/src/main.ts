import { ConfigError } from '@broadsheet/view'
import { UsageError } from './commands/usage-error.ts'

type Command = (args: readonly string[]) => Promise<number>

/**
 * Each command takes the arguments after its name and answers with an exit status. Only the one that was asked for is
 * loaded: MJML and a database take their time.
 */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  preview: async () => (await import('./commands/preview.ts')).preview,
  send: async () => (await import('./commands/send-one.ts')).sendOne,
}

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof UsageError || error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  return 2
})

async function run([name = '', ...args]: readonly string[]): Promise<number> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined)
    throw new UsageError(`usage: npm run newsletter -- ${Object.keys(commands).join('|')} …`)
  return (await load())(args)
}
