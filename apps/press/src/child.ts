import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

/** A program to run with Node, its arguments, and the variables it gets beside our own. */
export type Child = {
  readonly script: string
  readonly args?: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** Nothing is shown unless it fails. */
  readonly quiet?: boolean
  /** Hears what it says instead of our own output. */
  readonly hear?: (text: string) => void
}

/** The exit code of what was stopped from outside, as shells have it. */
export const interrupted = 130

/** Runs a program to its end and gives its exit code; an aborted signal ends it, which is `interrupted`. */
export async function runChild(child: Child, signal: AbortSignal): Promise<number> {
  if (signal.aborted) return interrupted
  const running = spawn(process.execPath, [child.script, ...(child.args ?? [])], {
    cwd: child.cwd,
    env: { ...process.env, ...child.env },
    stdio: ['ignore', child.quiet || child.hear ? 'pipe' : 'inherit', child.quiet ? 'pipe' : 'inherit'],
  })
  const { hear } = child
  if (hear) running.stdout?.setEncoding('utf8').on('data', hear)
  const stop = () => running.kill('SIGTERM')
  signal.addEventListener('abort', stop)
  const streams = [hear ? null : running.stdout, running.stderr]
  const shown = Promise.all(streams.map((stream) => (stream ? text(stream) : '')))
  const code = await new Promise<number>((resolve, reject) => {
    running.once('error', reject)
    running.once('close', (status) => resolve(status ?? 1))
  })
  signal.removeEventListener('abort', stop)
  if (code !== 0 && !signal.aborted) process.stderr.write((await shown).join(''))
  return signal.aborted ? interrupted : code
}
