import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openSqlite, readNumber, systemClock } from '@broadsheet/newsletter'
import { type Measurement, toMedian } from './measurement.ts'
import { sampleConfig } from './sample-config.ts'
import { openVisitor } from './service-visitor.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const attack = 10_000
const pauseMs = 20

const publication = { ...sampleConfig, delivery: { trustProxy: true } }

/**
 * What an honest reader waits for while somebody sends ten thousand requests as fast as twenty connections take
 * them: the program itself with its own file and its own worker, the attacker and the reader, each in one process.
 */
export async function measureService(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'))
  const { service, port } = await startService(folder)
  try {
    const quiet = await timeReader(port, setTimeout(2_000))
    const attacker = spawn(process.execPath, [fileOf('service-attack.ts'), String(port), String(attack)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const began = performance.now()
    const ended = once(attacker, 'exit')
    const busy = await timeReader(port, ended)
    const seconds = (performance.now() - began) / 1000
    return [
      { name: 'honest answer, nothing else going on: median', value: toMedian(quiet), unit: 'ms' },
      { name: 'honest answer under attack: median', value: toMedian(busy), unit: 'ms' },
      {
        name: 'honest answer under attack: 19 of 20 within',
        value: toSlow(busy),
        unit: 'ms',
        goal: 'under 50',
      },
      { name: 'requests of the attacker', value: attack / seconds, unit: 'requests/s' },
      {
        name: 'mails that the attack cost',
        value: await countMails(folder),
        unit: 'mails',
        goal: '300 or fewer',
      },
    ]
  } finally {
    service.kill()
    await once(service, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startService(folder: string): Promise<{ service: ChildProcess; port: number }> {
  const config = join(folder, 'config.json')
  writeFileSync(config, JSON.stringify(publication))
  const service = spawn(process.execPath, ['apps/newsletter/src/main.ts', 'serve', '--port', '0'], {
    cwd: root,
    env: {
      ...process.env,
      BROADSHEET_CONFIG: config,
      BROADSHEET_DATA: folder,
      BROADSHEET_CONTENT: folder,
      BROADSHEET_SECRET: '',
      DATABASE_URL: '',
      SMTP_URL: '',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  for await (const chunk of service.stderr) {
    said += chunk
    if (said.includes('\n')) break
  }
  return { service, port: Number(new URL(/http:\S+/.exec(said)?.[0] ?? '').port) }
}

/** Milliseconds of one request after the other, with a pause between, until something else is over. */
async function timeReader(port: number, until: Promise<unknown>): Promise<number[]> {
  const visitor = openVisitor(port)
  const times: number[] = []
  let isOver = false
  until.then(() => (isOver = true))
  for (let n = 0; !isOver; n += 1) {
    const began = performance.now()
    await visitor.subscribe(`reader${n}@honest${n}.example`, `192.0.${n % 250}.7`)
    times.push(performance.now() - began)
    await setTimeout(pauseMs)
  }
  visitor.close()
  return times
}

async function countMails(folder: string): Promise<number> {
  const sql = openSqlite(join(folder, 'mail.sqlite'), systemClock)
  const [row] = await sql.all("select count(*) as mails from mailing where kind = 'confirmation'")
  await sql.close()
  return readNumber(row, 'mails')
}

const toSlow = (times: readonly number[]) =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? Number.NaN

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url))
