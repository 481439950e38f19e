import { availableParallelism } from 'node:os'
import { ConfigError } from '@broadsheet/view'
import { buildSite } from './build-site.ts'

process.exitCode = await main().catch(toExitCode)

async function main(): Promise<number> {
  const makers = process.env.BROADSHEET_MAKERS
  const processors = Math.min(availableParallelism(), 8)
  // As a part of a whole build the site leaves processors to the other programs, which run at the same time.
  await buildSite({ makers, threads: makers === undefined ? processors : Math.ceil(processors / 2) })
  return 0
}

function toExitCode(error: unknown): number {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  return 2
}
