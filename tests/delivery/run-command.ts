import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export type CommandRun = {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
  /** Both, as a person sees them. */
  readonly out: string
}

/** Runs the newsletter's program as a person would, with a data folder of its own. */
export function runCommand(
  data: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<CommandRun> {
  const options = commandOptions(data, env)
  return new Promise((resolve) => {
    execFile(process.execPath, ['apps/newsletter/src/main.ts', ...args], options, (error, stdout, stderr) => {
      const status = error === null ? 0 : Number(error.code)
      resolve({ status, stdout, stderr, out: `${stdout}${stderr}` })
    })
  })
}

/** Where the program runs and what its environment says: nothing that this machine happens to say. */
export function commandOptions(data: string, env: Record<string, string>) {
  return {
    cwd: root,
    env: {
      ...process.env,
      SMTP_URL: '',
      DATABASE_URL: '',
      BROADSHEET_SECRET: '',
      BROADSHEET_DATA: data,
      NODE_COMPILE_CACHE: join(tmpdir(), 'broadsheet-compiled'),
      ...env,
    },
  }
}
