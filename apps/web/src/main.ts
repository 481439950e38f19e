import { ConfigError } from '@broadsheet/view'
import { buildSite } from './build-site.ts'

process.exitCode = await main().catch(toExitCode)

async function main(): Promise<number> {
  await buildSite({ makers: process.env.BROADSHEET_MAKERS })
  return 0
}

function toExitCode(error: unknown): number {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  return 2
}
