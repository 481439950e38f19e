import { ConfigError } from '@broadsheet/view'
import { preview } from './commands/preview.ts'
import { previewUsage, UsageError } from './commands/preview-options.ts'

/** Each command takes the arguments after its name and answers with an exit status. */
const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  preview,
}

const [name = '', ...args] = process.argv.slice(2)
const command = commands[name]

if (command === undefined) {
  process.stderr.write(previewUsage)
  process.exitCode = 2
} else {
  process.exitCode = await command(args).catch((error: unknown) => {
    if (!(error instanceof UsageError || error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  })
}
