import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { type FaultSmtp, startFaultSmtp } from './fault-smtp.ts'
import { commandOptions, root, runCommand } from './run-command.ts'
import { wait } from './world.ts'

let folder = ''
let smtp: FaultSmtp
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-commands-'))
  smtp = await startFaultSmtp()
})
afterEach(async () => {
  await smtp.close()
  rmSync(folder, { recursive: true, force: true })
})

const run = (args: readonly string[], env: Record<string, string> = {}) => runCommand(folder, args, env)

test('two commands bring the newest digest into a folder, and a third does nothing', {
  timeout: 60_000,
}, async () => {
  expect(await run(['subscribers', 'add', 'me@example.org', '--confirmed'])).toMatchObject({ status: 0 })
  const sent = await run(['send'])
  expect(sent).toMatchObject({ status: 0, out: expect.stringContaining('1 sent') })
  const mails = readdirSync(join(folder, 'outbox'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.eml'))
  expect(mails).toHaveLength(1)
  expect(readFileSync(join(folder, 'outbox', mails[0] ?? ''), 'utf8')).toMatch(/^To: me@example\.org\r$/m)
  expect(await run(['send'])).toMatchObject({ status: 0, out: expect.stringContaining('was sent before') })
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
})

test('D9 a mail whose fate is unknown makes send and status end with 3, until a person decides', {
  timeout: 60_000,
}, async () => {
  const env = { SMTP_URL: `smtp://127.0.0.1:${smtp.port}` }
  smtp.script = ({ phase }) => (phase === 'dot' ? { after: 'destroy' } : undefined)
  await run(['subscribers', 'add', 'me@example.org', '--confirmed'])
  const sent = await run(['send'], env)
  expect(sent).toMatchObject({ status: 3, out: expect.stringContaining('1 uncertain') })
  const [id = ''] = /\S+\/daily/.exec(sent.out) ?? []
  expect(await run(['status', id])).toMatchObject({ status: 3, out: expect.stringContaining('attention') })
  expect(await run(['resolve', id, '--sent'])).toMatchObject({
    status: 0,
    out: expect.stringContaining('done'),
  })
  expect(await run(['status'])).toMatchObject({ status: 0 })
})

test('A18 D13 D31 status shows what the server said, and an edit after the seal, and nothing names a reader or a secret', {
  timeout: 60_000,
}, async () => {
  const content = join(folder, 'content')
  cpSync(join(root, 'content'), content, { recursive: true })
  const login = await startFaultSmtp({ offers: ['AUTH PLAIN'] })
  const env = { SMTP_URL: `smtp://me:sesame@127.0.0.1:${login.port}`, BROADSHEET_CONTENT: content }
  login.script = ({ phase, to }) =>
    phase === 'rcpt' ? { reply: `550 5.1.1 <${to}>: nobody of that name` } : undefined
  await run(['subscribers', 'add', 'me@example.org', '--confirmed'])
  const sent = await run(['send'], env)
  const file = join(content, 'digests', readdirSync(join(content, 'digests')).sort().at(-1) ?? '')
  for (const name of readdirSync(join(content, 'digests'))) {
    const path = join(content, 'digests', name)
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^Keywords: /m, 'Keywords: Afterthought, '))
  }
  expect(readFileSync(file, 'utf8')).toContain('Afterthought')
  const status = await run(['status'], env)
  expect(status.out).toContain('550 5.1.1 <m***@example.org>: nobody of that name')
  expect(status.out).toContain('edited after this was sealed')
  const reports = join(folder, 'reports')
  mkdirSync(reports)
  writeFileSync(join(reports, 'forged.eml'), 'To: bounce+me@broadsheet.example\n\nme@example.org is gone')
  const bounces = await run(['bounces', reports], env)
  expect(bounces.out).toBe('1 ignored\n')
  const secret = readFileSync(join(folder, 'secret'), 'utf8').trim()
  for (const { out } of [sent, status, bounces])
    for (const hidden of ['me@example.org', 'sesame', secret, 'v1.']) expect(out).not.toContain(hidden)
  await login.close()
})

/** Puts a digest of the day whose eight o'clock is the last one into a folder. */
function writeDigest(content: string): void {
  const today = new Date(Date.now() - 8 * 3_600_000).toISOString().slice(0, 10)
  const [name = ''] = readdirSync(join(root, 'content/digests'))
  const digest = readFileSync(join(root, 'content/digests', name), 'utf8')
  writeFileSync(join(content, name), digest.replace(/^date: .*$/m, `date: ${today}`))
}

test('schedule --once seals a digest of today and delivers it, and does nothing when it is asked again', {
  timeout: 60_000,
}, async () => {
  const content = join(folder, 'content')
  mkdirSync(content)
  const env = { BROADSHEET_CONTENT: content }
  await run(['subscribers', 'add', 'me@example.org', '--confirmed'], env)
  expect(await run(['schedule', '--once'], env)).toMatchObject({ status: 0, out: '' })
  writeDigest(content)
  const sealed = expect.stringMatching(/^\S+\/daily: sealed/)
  expect(await run(['schedule', '--once'], env)).toMatchObject({ status: 0, out: sealed })
  expect(await run(['schedule', '--once'], env)).toMatchObject({ status: 0, out: '' })
  const sent = expect.stringContaining('1 reader: 1 sent')
  expect(await run(['status'], env)).toMatchObject({ status: 0, out: sent })
})

test.runIf(process.env.BROADSHEET_LONG === '1')(
  'schedule finds a digest that comes while it runs, delivers it, and ends well when it is told to',
  { timeout: 120_000 },
  async () => {
    const content = join(folder, 'content')
    mkdirSync(content)
    const env = { BROADSHEET_CONTENT: content }
    await run(['subscribers', 'add', 'me@example.org', '--confirmed'], env)
    const child = spawn(
      process.execPath,
      ['apps/newsletter/src/main.ts', 'schedule'],
      commandOptions(folder, env),
    )
    onTestFinished(() => void child.kill('SIGKILL'))
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    await wait(3_000)
    writeDigest(content)
    await expect.poll(() => said, { timeout: 60_000 }).toContain('/daily: sealed')
    const isSent = async () => (await run(['status'], env)).out.includes('1 reader: 1 sent')
    await expect.poll(isSent, { timeout: 20_000 }).toBe(true)
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    expect((await ended)[0]).toBe(0)
  },
)
