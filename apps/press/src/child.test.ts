import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { interrupted, runChild } from './child.ts'

const never = new AbortController().signal
let cwd: string

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'press-child-'))
  await writeFile(join(cwd, 'exit.js'), 'process.exit(Number(process.argv[2] ?? process.env.CODE))')
  await writeFile(
    join(cwd, 'wait.js'),
    "process.on('SIGTERM', () => process.exit(3)); setInterval(() => {}, 1000)",
  )
})

afterAll(() => rm(cwd, { recursive: true }))

test('gives the exit code of the program', async () => {
  expect(await runChild({ script: 'exit.js', args: ['0'], cwd }, never)).toBe(0)
  expect(await runChild({ script: 'exit.js', args: ['7'], cwd, quiet: true }, never)).toBe(7)
})

test('gives the program variables of its own', async () => {
  expect(await runChild({ script: 'exit.js', cwd, env: { CODE: '5' }, quiet: true }, never)).toBe(5)
})

test('an abort ends the program, and that is told from success', async () => {
  const stop = new AbortController()
  const running = runChild({ script: 'wait.js', cwd }, stop.signal)
  setTimeout(() => stop.abort(), 100)
  expect(await running).toBe(interrupted)
})

test('nothing is started after an abort', async () => {
  expect(await runChild({ script: 'no-such-file.js', cwd }, AbortSignal.abort())).toBe(interrupted)
})
