import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import {
  createLedger,
  createMailWriter,
  createPace,
  createSmtpTransports,
  type DkimKey,
  importCsv,
  type KeyRing,
  type Message,
  makeDkimKey,
  migrate,
  openSqlite,
  placeholders,
  prepareSqlite,
  readDkimKey,
  readKeyRing,
  runWorker,
  type Sql,
  seal,
  systemClock,
} from '@broadsheet/newsletter'
import { createTransport } from 'nodemailer'
import { type Measurement, toMedian } from './measurement.ts'

const rounds = 3
const mails = 2_000
const connections = 16
const bytes = 80_000
const mailing = 'bench/daily'

/**
 * Mails a second to a server on this machine that throws them away, each 80 KB, signed with RSA and with its
 * reader's own link: our worker with every state on the disk, a plain pool of nodemailer, and Debian's smtp-source,
 * which neither writes nor signs and is the floor. Each sender is one process; they take turns, and the middle of
 * the rounds counts.
 */
export async function measureDelivery(): Promise<readonly Measurement[]> {
  const sink = await startSink()
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'))
  const pem = makeDkimKey('rsa')
  try {
    const floor = await timeSmtpSource(sink.port)
    const turns: Turn[] = []
    for (let round = 0; round < rounds; round += 1)
      turns.push({
        ours: await timeOurs(sink.port, join(folder, `${round}.sqlite`), pem),
        plain: await timePlain(sink.port, pem),
      })
    return [...toMeasurements(turns), ...floor]
  } finally {
    sink.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Pace = { readonly perSecond: number; readonly cpu: number }
type Turn = { readonly ours: Pace; readonly plain: Pace }

function toMeasurements(turns: readonly Turn[]): readonly Measurement[] {
  const middle = (read: (turn: Turn) => number) => toMedian(turns.map(read))
  const times = middle(({ ours, plain }) => ours.perSecond / plain.perSecond)
  return [
    {
      name: 'ours: durable ledger, RSA, own links',
      value: middle(({ ours }) => ours.perSecond),
      unit: 'mails/s',
    },
    {
      name: 'nodemailer: pool, RSA, own links, nothing kept',
      value: middle(({ plain }) => plain.perSecond),
      unit: 'mails/s',
    },
    { name: 'ours beside nodemailer', value: times, unit: 'times', goal: '4 or more' },
    { name: 'ours: processor time', value: middle(({ ours }) => ours.cpu), unit: 'ms a mail' },
    { name: 'nodemailer: processor time', value: middle(({ plain }) => plain.cpu), unit: 'ms a mail' },
  ]
}

async function timeOurs(port: number, file: string, pem: string): Promise<Pace> {
  const sql = openSqlite(file, systemClock)
  const ring = readKeyRing(Buffer.alloc(32, 1).toString('base64url'))
  await fill(sql, ring)
  const dkim: DkimKey = { domain: 'bench.example', selector: 's', algorithm: 'rsa', key: readDkimKey(pem) }
  const leases = { claimLeaseMs: 180_000, sendLeaseMs: 660_000 }
  const parts = {
    ledger: createLedger(sql, {
      worker: 'bench',
      ...leases,
      onUncertain: 'hold',
      clock: systemClock,
      random: Math.random,
    }),
    write: createMailWriter(sql, {
      from: { name: 'Bench', address: 'digest@bench.example' },
      bounceAddress: 'bounce@bench.example',
      serviceUrl: 'https://news.bench.example/',
      keys: ring.current,
      dkim: [dkim],
    }),
    openTransport: createSmtpTransports({
      host: '127.0.0.1',
      port,
      tls: 'none',
      timeoutMs: 600_000,
      patienceMs: 60_000,
      messagesPerConnection: 1_000,
    }),
    pace: createPace({}, systemClock),
    clock: systemClock,
    signal: new AbortController().signal,
  }
  const pace = await time(mails, () =>
    runWorker(parts, { lanes: connections, claimLeaseMs: leases.claimLeaseMs, mailing }),
  )
  const [row] = await sql.all("select count(*) as sent from delivery where state = 'sent'")
  await sql.close()
  if (row?.sent !== mails) throw new Error(`Of ${mails} mails ${row?.sent} were sent.`)
  return pace
}

async function fill(sql: Sql, ring: KeyRing): Promise<void> {
  await prepareSqlite(sql)
  await migrate(sql)
  await importCsv({ sql, ring }, makeReaders(), 'bench')
  const now = Date.now()
  const plan = {
    id: mailing,
    kind: 'daily',
    slug: 'bench',
    source: '',
    dueAt: now,
    expiresAt: now + 3_600_000,
  } as const
  await seal(sql, plan, () => makeMessage())
}

async function* makeReaders(): AsyncGenerator<string> {
  for (let reader = 0; reader < mails; reader += 1) yield `reader${reader}@host${reader % 50}.example\n`
}

async function timePlain(port: number, pem: string): Promise<Pace> {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    pool: true,
    maxConnections: connections,
    maxMessages: 1_000,
    dkim: { domainName: 'bench.example', keySelector: 's', privateKey: pem },
  })
  const { subject, html, text } = makeMessage()
  // Enough for a steady pace, and short: this is the slow one.
  const count = mails / 4
  const sendAll = () =>
    Promise.all(
      Array.from({ length: count }, (_, reader) => {
        const leave = `https://news.bench.example/leave/v1.${reader}.${'x'.repeat(50)}`
        return transport.sendMail({
          from: 'Bench <digest@bench.example>',
          to: `reader${reader}@host${reader % 50}.example`,
          subject,
          html: html.replaceAll(placeholders.leave, leave),
          text: text.replaceAll(placeholders.leave, leave),
          headers: {
            'List-Unsubscribe': `<${leave}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          },
        })
      }),
    )
  const pace = await time(count, sendAll)
  transport.close()
  return pace
}

/** Mails a second, and what each cost this process on all its threads. */
async function time(count: number, work: () => Promise<unknown>): Promise<Pace> {
  const [began, before] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(before)
  return { perSecond: count / ((performance.now() - began) / 1000), cpu: (user + system) / 1000 / count }
}

/** Nothing where Debian's postfix is not installed, and a word about where to get it. */
async function timeSmtpSource(port: number): Promise<readonly Measurement[]> {
  const args = [
    '-s',
    String(connections),
    '-m',
    String(mails),
    '-l',
    String(bytes),
    '-d',
    `127.0.0.1:${port}`,
  ]
  // Debian keeps it where only root looks.
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` }
  try {
    const began = performance.now()
    await promisify(execFile)('smtp-source', args, { env })
    const perSecond = mails / ((performance.now() - began) / 1000)
    return [{ name: 'floor: smtp-source, one text for all', value: perSecond, unit: 'mails/s' }]
  } catch {
    process.stderr.write(
      'No smtp-source: it comes with Debian’s postfix (`apt-get install postfix`, or see docs/mail.md).\n',
    )
    return []
  }
}

function makeMessage(): Message {
  const paragraph =
    '<p style="margin:0 0 16px">A paper about é and ü, with <b>words</b> of every = kind in it.</p>\n'
  const html = `<a href="${placeholders.leave}">Unsubscribe</a>\n${paragraph.repeat(Math.floor((bytes * 0.75) / paragraph.length))}`
  const line = 'A paper about é and ü, with words of every = kind in it.\n'
  const text = `${line.repeat(Math.floor((bytes * 0.1) / line.length))}\nUnsubscribe: ${placeholders.leave}\n`
  const headers = [
    ['List-Unsubscribe', `<${placeholders.leave}>`],
    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
  ] as const
  return { key: mailing, kind: 'daily', subject: 'Ten papers', preheader: '', html, text, headers }
}

async function startSink(): Promise<{ port: number; stop: () => void }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('smtp-sink.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<number>((resolve) =>
    child.stdout.once('data', (chunk) => resolve(Number(chunk))),
  )
  return { port, stop: () => child.kill() }
}
