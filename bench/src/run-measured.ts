import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'

/** What a command took: seconds on the clock, seconds of processors, and bytes of memory at its largest. */
export type Run = { readonly wall: number; readonly cpu: number; readonly peak: number }

/** A command with its arguments, the folder it runs in and the variables it gets beside our own. */
export type Command = {
  readonly program: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

/**
 * Runs a command to its end and measures it with all that it started; throws when it fails. Processors and
 * memory are read from `/proc`, so elsewhere than on Linux they are not a number.
 * @see https://man7.org/linux/man-pages/man5/proc.5.html
 */
export async function runMeasured({ program, args, cwd, env }: Command): Promise<Run> {
  const before = readChildTicks()
  const start = performance.now()
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const errors = text(child.stderr)
  const [[code], peak] = await Promise.all([once(child, 'close'), watchPeak(child)])
  const wall = (performance.now() - start) / 1000
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${await errors}`)
  return { wall, cpu: (readChildTicks() - before) / 100, peak }
}

async function watchPeak(child: ChildProcess): Promise<number> {
  let peak = Number.NaN
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const sum = readTreeMemory(child.pid)
    if (sum > 0) peak = Number.isNaN(peak) ? sum : Math.max(peak, sum)
    await setTimeout(50)
  }
  return peak
}

/** Resident bytes of a process and of all that it started. */
function readTreeMemory(pid: number): number {
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(readProc(`${pid}/status`))?.[1] ?? 0)
  const children = listTasks(pid).flatMap((task) => readProc(`${pid}/task/${task}/children`).split(' '))
  const started = children.filter((id) => id !== '').map((id) => readTreeMemory(Number(id)))
  return started.reduce((sum, bytes) => sum + bytes, kilobytes * 1024)
}

/** Hundredths of a second that processors gave to what we started and what has ended. */
function readChildTicks(): number {
  // The name of the program, in parentheses, may hold spaces.
  const fields = readProc('self/stat').split(') ').at(-1)?.split(' ') ?? []
  return Number(fields[13] ?? Number.NaN) + Number(fields[14] ?? Number.NaN)
}

function listTasks(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

function readProc(name: string): string {
  try {
    return readFileSync(`/proc/${name}`, 'utf8')
  } catch {
    return ''
  }
}
