import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import {
  exportPersonalData,
  findSubscriber,
  formatCsvRow,
  importCsv,
  listSubscribers,
  readCsv,
  readNumber,
  type Sql,
} from '@broadsheet/newsletter'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCommand } from './run-command.ts'
import { engines, useStores } from './stores.ts'
import { addReaders, toAddress, toReaderId } from './world.ts'
import { ring } from './world-parts.ts'

const isLong = process.env.BROADSHEET_LONG === '1'
const makeStore = useStores()

const countActive = async (sql: Sql) =>
  readNumber((await sql.all("select count(*) as rows from subscriber where state = 'active'"))[0], 'rows')

describe.each(engines)('on %s', (engine) => {
  test('A16 an import adds and never brings back who left, bounced or was erased', async () => {
    const { sql } = await makeStore(engine)
    await addReaders(sql, 4)
    for (const [n, state] of ['left', 'bounced', 'complained', 'pending'].entries())
      await sql.all('update subscriber set state = $2 where id = $1', [toReaderId(n), state])
    const rows = [0, 1, 2, 3].map((n) => toAddress(n).toUpperCase())
    const text = [
      'Name;E-Mail',
      ...rows.map((address) => `x;${address}`),
      'x;new@example.org',
      'x;not an address',
      'x;=cmd|x',
    ].join('\r\n')
    expect(await importCsv({ sql, ring }, Readable.from([text]), 'test')).toEqual({
      added: 1,
      known: 4,
      suppressed: 0,
      invalid: 2,
      invalidLines: [7, 8],
    })
    expect(await countActive(sql)).toBe(1)
    const subscriber = (await findSubscriber(sql, 'NEW@example.org')) ?? ''
    expect(await exportPersonalData(sql, subscriber)).toMatchObject({
      consent: [{ kind: 'imported', evidence: 'test' }],
    })
  })

  test('A16 a large import is read as it comes, in little memory', { timeout: 1_800_000 }, async () => {
    const { sql, address } = await makeStore(engine)
    const rows = isLong ? 1_000_000 : 4_000
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-import-'))
    const file = join(folder, 'people.csv')
    await writeFile(file, Readable.from(makeLines(rows)))
    // What is not let go ends the program: a bound that garbage does not blur.
    const env = { NODE_OPTIONS: '--max-old-space-size=64', DATABASE_URL: 'url' in address ? address.url : '' }
    const data = 'file' in address ? dirname(address.file) : folder
    const run = await runCommand(data, ['subscribers', 'import', file], env)
    rmSync(folder, { recursive: true })
    expect(run).toMatchObject({ status: 0, out: expect.stringContaining(`${rows} added`) })
    expect(await countActive(sql)).toBe(rows)
    let listed = 0
    for await (const _ of listSubscribers(sql, 'active')) listed += 1
    expect(listed).toBe(rows)
  })
})

test('A15 no exported cell can run as a formula, and an import reads back what was exported', async () => {
  const cells = ['=cmd|x!A1', '@SUM(1)', '+1', '-1', '\tx', '\rx', "'=x", 'a,"b"\nc', 'plain', '']
  const line = formatCsvRow(cells)
  for (const cell of ['=cmd', '@SUM', '+1', '-1'])
    expect(line).not.toMatch(new RegExp(`(^|,|")${cell.replace(/[+]/, '\\$&')}`))
  expect(await readAll(line)).toEqual([cells.map((cell) => cell.replace(/^\r/, '\r'))])
  expect(formatCsvRow(['=1'], { raw: true })).toBe('=1\r\n')
})

test.each([
  ['at the end of the file', 'email\n"a@b.example\nc@d.example\n', 2],
  ['in a file that goes on and on', `email\nx@y.example\n"${'a@b.example\n'.repeat(10_000)}`, 3],
])('A16 a quote that never ends, %s, is told with its line', async (_, text, line) => {
  await expect(readAll(text)).rejects.toThrow(`The quote that begins in line ${line} does not end.`)
})

test('A15 any cells come back as they were, however the text is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary' }), { minLength: 2 }),
      fc.integer({ min: 1, max: 9 }),
      async (cells, size) => {
        fc.pre(cells.some((cell) => cell !== '') && !/^\ufeff/.test(cells[0] ?? ''))
        expect(await readAll(formatCsvRow(cells), size)).toEqual([cells])
      },
    ),
    { numRuns: 200 },
  )
})

async function readAll(text: string, size = 5): Promise<unknown[]> {
  const characters = [...text]
  const pieces = Array.from({ length: Math.ceil(characters.length / size) }, (_, index) =>
    characters.slice(index * size, (index + 1) * size).join(''),
  )
  const rows: unknown[] = []
  for await (const row of readCsv(Readable.from(pieces))) rows.push(row)
  return rows
}

function* makeLines(rows: number): Generator<string> {
  yield 'email\n'
  for (let row = 0; row < rows; row += 1) yield `reader${row}@example.org\n`
}
