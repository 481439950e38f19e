import type { KeyObject } from 'node:crypto'
import { makeId } from '../deliver/consent-log.ts'
import { readText, type Sql } from '../deliver/sql.ts'
import { type Address, hashAddress, parseAddress } from './address.ts'
import { readCsv } from './csv.ts'
import type { Desk } from './desk.ts'

/** What became of the rows, and the lines (from 1) of the first addresses that could not be read. */
export type ImportReport = {
  added: number
  known: number
  suppressed: number
  invalid: number
  readonly invalidLines: number[]
}

const size = 200
const mostLines = 20

/**
 * Adds people who agreed elsewhere, as their list's owner says. It only ever adds: whoever is known here stays as
 * they are, left or not, and whoever is suppressed stays out. Reads as it goes, whatever the size. The first row
 * names the columns if one of them is `email` or `address`; otherwise the first column counts.
 */
export async function importCsv(
  { sql, ring }: Pick<Desk, 'sql' | 'ring'>,
  chunks: AsyncIterable<string>,
  source: string,
): Promise<ImportReport> {
  const report: ImportReport = { added: 0, known: 0, suppressed: 0, invalid: 0, invalidLines: [] }
  let column: number | undefined
  let line = 0
  let batch = new Map<string, Address>()
  const flush = async () => {
    if (batch.size > 0) await addBatch(sql, [...batch.values()], ring.suppress, source, report)
    batch = new Map()
  }
  for await (const row of readCsv(chunks)) {
    line += 1
    if (column === undefined) {
      const named = row.findIndex((name) => /^(e-?mail|address)$/i.test(name.trim()))
      column = Math.max(named, 0)
      if (named >= 0) continue
    }
    const address = parseAddress(row[column] ?? '')
    if (address === undefined) {
      report.invalid += 1
      if (report.invalidLines.length < mostLines) report.invalidLines.push(line)
    } else if (batch.has(address.key)) report.known += 1
    else batch.set(address.key, address)
    if (batch.size >= size) await flush()
  }
  await flush()
  return report
}

async function addBatch(
  sql: Sql,
  batch: readonly Address[],
  pepper: KeyObject,
  source: string,
  report: ImportReport,
): Promise<void> {
  const hashed = batch.map((address) => ({ ...address, hash: hashAddress(address.key, pepper) }))
  await sql.transaction(async (transaction) => {
    const list = hashed.map((_, index) => `$${index + 1}`).join(',')
    const barred = await transaction.all(
      `select address_hash from suppression where address_hash in (${list})`,
      hashed.map(({ hash }) => hash),
    )
    const barredHashes = new Set(barred.map((row) => readText(row, 'address_hash')))
    const allowed = hashed.filter(({ hash }) => !barredHashes.has(hash))
    const added = allowed.length === 0 ? [] : await insertAll(transaction, allowed)
    await logImport(transaction, added, source)
    report.suppressed += hashed.length - allowed.length
    report.added += added.length
    report.known += allowed.length - added.length
  })
}

async function insertAll(sql: Sql, rows: readonly (Address & { hash: string })[]): Promise<string[]> {
  const values = rows.flatMap(({ address, key, hash, domain }) => [makeId(), address, key, hash, domain])
  const list = rows.map((_, index) => {
    const [id, address, key, hash, domain] = [1, 2, 3, 4, 5].map((place) => `$${index * 5 + place}`)
    return `(${id},${address},${key},${hash},${domain},'active',{now},{now})`
  })
  const inserted = await sql.all(
    `insert into subscriber (id, address, address_key, address_hash, domain, state, created_at, confirmed_at)
       values ${list.join(',')} on conflict (address_key) do nothing returning id`,
    values,
  )
  return inserted.map((row) => readText(row, 'id'))
}

async function logImport(sql: Sql, subscribers: readonly string[], source: string): Promise<void> {
  if (subscribers.length === 0) return
  const list = subscribers.map((_, index) => `($${index * 2 + 2},$${index * 2 + 3},'imported',{now},null,$1)`)
  await sql.all(
    `insert into consent (id, subscriber, kind, at, wording_sha256, evidence) values ${list.join(',')}`,
    [source, ...subscribers.flatMap((subscriber) => [makeId(), subscriber])],
  )
}
