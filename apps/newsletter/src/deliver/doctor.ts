import type { Config } from '@broadsheet/view'
import type { Clock } from './clock.ts'
import { type DkimKey, formatDkimRecord } from './dkim.ts'
import { isLatched, readGates } from './gates.ts'
import { readNumber, type Sql } from './sql.ts'

/** One thing that was looked at. `bad` keeps mail from arriving or from being safe; `warn` may. */
export type Finding = {
  readonly about: string
  readonly state: 'ok' | 'warn' | 'bad'
  readonly words: string
}

export type DoctorParts = {
  readonly config: Config
  readonly sql: Sql
  readonly clock: Clock
  readonly dkim: readonly DkimKey[]
  readonly times: {
    readonly claimLeaseMs: number
    readonly patienceMs: number
    readonly timeoutMs: number
    readonly sendLeaseMs: number
  }
  /** TXT records of a name, each joined; rejects when there are none. */
  readonly resolveTxt: (name: string) => Promise<readonly string[]>
  /** Connects and logs in to the mail server: what went wrong, or undefined. Absent where mails go to a folder. */
  readonly probe: (() => Promise<string | undefined>) | undefined
}

/** Looks at everything that mail needs and that nobody sees until it is missing. */
export async function examine(parts: DoctorParts): Promise<Finding[]> {
  const checks = [
    checkStore,
    checkClock,
    checkGates,
    checkServer,
    checkSpf,
    checkDmarc,
    checkDkim,
    checkAddresses,
    checkTimes,
  ]
  const findings = await Promise.all(checks.map((check) => check(parts)))
  return findings.flat()
}

async function checkStore({ sql }: DoctorParts): Promise<Finding[]> {
  if (sql.engine === 'sqlite') {
    const [sync] = await sql.all('pragma synchronous')
    const [mode] = await sql.all('pragma journal_mode')
    const isDurable = sync?.synchronous === 2 && mode?.journal_mode === 'wal'
    return [
      isDurable
        ? ok('store', 'one SQLite file, every commit on the disk')
        : bad('store', 'SQLite does not write every commit to the disk'),
    ]
  }
  const [fsync] = await sql.all('show fsync')
  const [commit] = await sql.all('show synchronous_commit')
  const isDurable = fsync?.fsync === 'on' && commit?.synchronous_commit !== 'off'
  return [
    isDurable
      ? ok('store', 'PostgreSQL, every commit on the disk')
      : bad('store', 'PostgreSQL runs with fsync or synchronous_commit off: a power cut sends mails twice'),
  ]
}

async function checkClock({ sql, clock }: DoctorParts): Promise<Finding[]> {
  const [row] = await sql.all('select cast({now} as bigint) as now')
  const seconds = Math.round((readNumber(row, 'now') - clock.now()) / 1000)
  return [
    Math.abs(seconds) <= 5
      ? ok('clock', 'as the store’s')
      : warn('clock', `${seconds} s apart from the store’s, which decides`),
  ]
}

async function checkGates({ sql }: DoctorParts): Promise<Finding[]> {
  const gates = await readGates(sql)
  return gates.map((gate) =>
    isLatched(gate)
      ? bad('delivery', `given up on ${gate.key} until \`resume\`: ${gate.reason}`)
      : warn('delivery', `waiting for ${gate.key}: ${gate.reason}`),
  )
}

async function checkServer({ probe }: DoctorParts): Promise<Finding[]> {
  if (probe === undefined) return [warn('server', 'no SMTP_URL: mails are written to a folder')]
  const trouble = await probe()
  return [trouble === undefined ? ok('server', 'answers, and takes the login') : bad('server', trouble)]
}

async function checkSpf({ config, resolveTxt }: DoctorParts): Promise<Finding[]> {
  const domain = domainOf(config.delivery.bounceAddress ?? config.mail.from.address)
  const records = (await lookUp(resolveTxt, domain)).filter((text) => /^v=spf1( |$)/i.test(text))
  if (records.length === 1) return [ok('SPF', `${domain}: ${records[0]}`)]
  return [
    bad(
      'SPF',
      records.length === 0
        ? `${domain} has no v=spf1 record`
        : `${domain} has ${records.length} v=spf1 records; one is allowed`,
    ),
  ]
}

async function checkDmarc({ config, resolveTxt }: DoctorParts): Promise<Finding[]> {
  const domain = domainOf(config.mail.from.address)
  const record = (await lookUp(resolveTxt, `_dmarc.${domain}`)).find((text) => /^v=DMARC1\b/i.test(text))
  return [
    record === undefined ? bad('DMARC', `_dmarc.${domain} has no v=DMARC1 record`) : ok('DMARC', record),
  ]
}

async function checkDkim({ config, dkim, resolveTxt }: DoctorParts): Promise<Finding[]> {
  if (dkim.length === 0)
    return [
      warn(
        'DKIM',
        'no `delivery.dkim`: the mail server must sign, List-Unsubscribe and List-Unsubscribe-Post too',
      ),
    ]
  const from = domainOf(config.mail.from.address)
  return Promise.all(
    dkim.map(async (key) => {
      const name = `${key.selector}._domainkey.${key.domain}`
      const wanted = formatDkimRecord(key)
      const published = (await lookUp(resolveTxt, name)).map(readPublicKey)
      if (!published.includes(readPublicKey(wanted))) return bad('DKIM', `${name} must hold: ${wanted}`)
      const isAligned = from === key.domain || from.endsWith(`.${key.domain}`)
      return isAligned
        ? ok('DKIM', `${name} is published`)
        : bad('DKIM', `${key.domain} is not the domain of ${from}, so DMARC does not count it`)
    }),
  )
}

async function checkAddresses({ config }: DoctorParts): Promise<Finding[]> {
  const { publisher, serviceUrl } = config
  return [
    publisher.postalAddress === undefined
      ? bad('postal address', '`publisher.postalAddress` is missing')
      : ok('postal address', publisher.postalAddress),
    serviceUrl?.startsWith('https://') === true
      ? ok('leaving', serviceUrl)
      : bad(
          'leaving',
          '`serviceUrl` must be an https address where `serve` answers: one-click needs it (RFC 8058)',
        ),
  ]
}

async function checkTimes({ times }: DoctorParts): Promise<Finding[]> {
  const isSound = times.claimLeaseMs / 2 > times.patienceMs && times.sendLeaseMs > times.timeoutMs
  return [
    isSound
      ? ok('leases', 'longer than the timeouts')
      : bad('leases', 'a lease ends before its timeout, so a slow mail could be sent twice'),
  ]
}

async function lookUp(resolveTxt: DoctorParts['resolveTxt'], name: string): Promise<readonly string[]> {
  try {
    return await resolveTxt(name)
  } catch {
    // No record and no answer are the same to whoever checks our mail.
    return []
  }
}

function readPublicKey(record: string): string {
  return /\bp=([A-Za-z0-9+/=\s]+)/.exec(record)?.[1]?.replace(/\s/g, '') ?? ''
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

const ok = (about: string, words: string): Finding => ({ about, state: 'ok', words })
const warn = (about: string, words: string): Finding => ({ about, state: 'warn', words })
const bad = (about: string, words: string): Finding => ({ about, state: 'bad', words })
