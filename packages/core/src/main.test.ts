import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const script = join(import.meta.dirname, 'main.ts')
const good =
  '---\ntitle: a\npermalink: /digests/a\ndate: 2025-10-16\n---\n\n## TL;DR\n\nWords.\n\n# One\n\nAuthors: A B\n\nPaper link: https://arxiv.org/abs/2510.00001\n'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-main-'))
  mkdirSync(join(folder, 'content'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function run(...args: string[]): { status: number | null; out: string; err: string } {
  const env = { PATH: process.env.PATH, BROADSHEET_CONTENT: join(folder, 'content') }
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  return { status, out: stdout, err: stderr }
}

test('exits 0 when nothing is wrong, with one line that sums up', () => {
  writeFileSync(join(folder, 'content/a.md'), good)
  expect(run()).toEqual({ status: 0, out: '1 digest, 1 paper, 0 errors, 0 warnings, 0 notes\n', err: '' })
  expect(run('--json')).toEqual({ status: 0, out: '', err: '' })
})

test('exits 1 when a digest has an error, and names the place from where one stands', () => {
  writeFileSync(join(folder, 'content/a.md'), good.replace('2025-10-16', 'today'))
  const { status, out } = run()
  expect(status).toBe(1)
  expect(out).toMatch(/^content\/a\.md:4:1 error date-invalid `today` is no calendar date\.\n/)
})

test('exits 2 with the usage for a flag that nobody knows, and with the reason for a folder that is not there', () => {
  expect(run('--colour')).toMatchObject({
    status: 2,
    out: '',
    err: expect.stringMatching(/'--colour'[\s\S]*usage: npm run content/),
  })
  rmSync(join(folder, 'content'), { recursive: true })
  expect(run()).toMatchObject({
    status: 2,
    out: '',
    err: expect.stringMatching(/cannot be read\.\n {4}ENOENT/),
  })
})

test('says how it is used', () => {
  expect(run('--help')).toMatchObject({ status: 0, out: expect.stringMatching(/^usage:/) })
})
