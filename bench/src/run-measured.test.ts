import { expect, test } from 'vitest'
import { runMeasured } from './run-measured.ts'

test('measures a command and what it starts', async () => {
  const work =
    'const b = Buffer.alloc(2e8, 1); const end = Date.now() + 400; while (Date.now() < end) b.fill(2)'
  const script = `require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(work)}])`
  const run = await runMeasured({ program: process.execPath, args: ['-e', script], cwd: '.' })
  expect(run.wall).toBeGreaterThan(0.4)
  if (process.platform !== 'linux') return
  expect(run.cpu).toBeGreaterThan(0.05)
  expect(run.peak).toBeGreaterThan(2e8)
})

test('a command that fails is no measurement', async () => {
  const failing = runMeasured({
    program: process.execPath,
    args: ['-e', 'console.error("why"); process.exit(3)'],
    cwd: '.',
  })
  await expect(failing).rejects.toThrow(/ended with 3: why/)
})
