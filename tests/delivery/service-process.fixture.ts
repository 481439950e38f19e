import { createService, openPostgres, openSqlite, readKeyRing, systemClock } from '@broadsheet/newsletter'
import { z } from 'zod'
import { secret } from './world-parts.ts'

const Orders = z.union([z.object({ file: z.string() }), z.object({ url: z.string() })])

// The service as a process of its own, whose work after an answer holds up nobody who measures; it limits nothing.
const orders = Orders.parse(JSON.parse(process.argv[2] ?? ''))
const sql = 'file' in orders ? openSqlite(orders.file, systemClock) : openPostgres(orders.url)
const letter = { key: 'letter', subject: 'a', preheader: '', html: 'a', text: 'a', headers: [] } as const
const server = createService(
  { sql, ring: readKeyRing(secret), clock: systemClock, letter: (kind) => ({ ...letter, kind }) },
  {
    site: { title: 'Broadsheet', url: 'https://broadsheet.example', language: 'en' },
    trustProxy: false,
    limits: { network: 1e9, domain: 1e9, all: 1e9 },
    log: () => undefined,
  },
)
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
})
