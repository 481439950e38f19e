import { z } from 'zod'
import { systemClock } from './clock.ts'
import { openPostgres } from './postgres.ts'
import { seal } from './seal.ts'
import { openSqlite } from './sqlite.ts'

const Orders = z.object({
  store: z.union([z.object({ file: z.string() }), z.object({ url: z.string() })]),
  mailing: z.string(),
})

// Seals one mailing in a process of its own, for tests that kill it on the way.
const { store, mailing } = Orders.parse(JSON.parse(process.argv[2] ?? ''))
const sql = 'file' in store ? openSqlite(store.file, systemClock) : openPostgres(store.url)
const message = {
  key: mailing,
  kind: 'daily',
  subject: 'a',
  preheader: '',
  html: 'a',
  text: 'a',
  headers: [],
} as const
const now = Date.now()
process.stdout.write('ready\n')
const plan = {
  id: mailing,
  kind: 'daily',
  slug: 'a',
  source: '',
  dueAt: now,
  expiresAt: now + 3_600_000,
} as const
await seal(sql, plan, () => message)
process.stdout.write('sealed\n')
await sql.close()
