import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from './run-command.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-misuse-'))
  writeFileSync(join(folder, 'file'), '')
  mkdirSync(join(folder, 'content'))
  writeFileSync(join(folder, 'utf16.csv'), Buffer.from('\ufeffemail\n', 'utf16le'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Without digests, which would only take time. */
const run = (data: string, args: readonly string[], env: Record<string, string> = {}) =>
  runCommand(data, args, { BROADSHEET_CONTENT: join(folder, 'content'), ...env })

test('--help is an answer on standard output, for a command and for all', { timeout: 60_000 }, async () => {
  const [one, all] = await Promise.all([
    run(folder, ['send', '--date', 'x', '--help']),
    run(folder, ['--help']),
  ])
  expect(one).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('--dry-run  only say') })
  expect(all).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringContaining('subscribers erase ADDRESS'),
  })
})

const password = 'not-for-eyes'

test.concurrent.each<[readonly string[], Record<string, string>, string]>([
  [['sned'], {}, 'There is no command sned; did you mean send?'],
  [['status', 'no/daily'], {}, 'There is no mailing no/daily.'],
  [['subscribers', 'erase', 'a@b.example', '--raw'], {}, '--raw does not go with erase.'],
  [['subscribers', 'import', '{folder}'], {}, 'is a folder, and a CSV file is needed.'],
  [['subscribers', 'import', '{folder}/utf16.csv'], {}, 'is no CSV in UTF-8'],
  [['status'], { BROADSHEET_SECRET: password }, 'BROADSHEET_SECRET must be 32 bytes or more'],
  [['status'], { SMTP_URL: `smtp://me:${password}%@mail.example` }, 'SMTP_URL has a %'],
  [['status'], { DATABASE_URL: `mysql://me:${password}@db/x` }, 'DATABASE_URL is no address such as'],
  [['status'], { DATABASE_URL: `postgres://me:${password}@127.0.0.1:1/x` }, 'DATABASE_URL does not answer'],
])(
  '%j with %j says what is wrong, without a stack and without a secret',
  { timeout: 60_000 },
  async (args, env, words) => {
    const fill = (text: string) => text.replace('{folder}', folder)
    const filled = Object.fromEntries(Object.entries(env).map(([name, text]) => [name, fill(text)]))
    const result = await run(folder, args.map(fill), filled)
    expect(result).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(words) })
    expect(result.stderr).not.toMatch(/^\s+at |node:internal/m)
    expect(result.stderr).not.toContain(password)
  },
)

test('a store that was begun with another secret is left alone', { timeout: 60_000 }, async () => {
  const secrets = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64url'))
  const status = (secret = '') => run(join(folder, 'data'), ['status'], { BROADSHEET_SECRET: secret })
  expect(await status(secrets[0])).toMatchObject({ status: 0 })
  expect(await status(secrets[1])).toMatchObject({
    status: 2,
    out: expect.stringContaining('begun with another'),
  })
  expect(await status(secrets.join(','))).toMatchObject({ status: 2, out: expect.stringContaining('last') })
  expect(await status(secrets.toReversed().join(','))).toMatchObject({ status: 0 })
})

test('D40 commands that come first together make one store and one secret', { timeout: 60_000 }, async () => {
  const data = join(folder, 'together')
  const runs = await Promise.all(Array.from({ length: 5 }, () => run(data, ['subscribers', 'list'])))
  expect(runs.map(({ status, out }) => [status, out])).toEqual(runs.map(() => [0, '']))
})
