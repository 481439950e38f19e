import { toArchive } from '@broadsheet/core'
import { expect, test } from 'vitest'
import { toArchiveTables, toFacts } from './facts.ts'
import { traceArchive } from './traced-archive.ts'

const { archive } = toArchive([], { aliases: {} })

test('every part of an archive says that it was read, and has facts', () => {
  const facts = toFacts(toArchiveTables(archive))
  const read: string[] = []
  const traced = traceArchive(archive, (table, key) =>
    read.push(`${table} ${key} ${facts(table, key) !== ''}`),
  )
  expect(Object.keys(traced).toSorted()).toEqual(Object.keys(archive).toSorted())
  for (const table of Object.values(traced)) for (const _ of table);
  expect(read.toSorted()).toEqual(
    Object.keys(archive)
      .toSorted()
      .map((table) => `${table} * true`),
  )
})

test('a map tells the key of each question, and that all of it was read when somebody goes through it', () => {
  const read: string[] = []
  const traced = traceArchive(archive, (table, key) => read.push(`${table} ${key}`))
  traced.papers.get('2510.00001')
  traced.bySlug.has('a')
  expect([traced.topics.size, [...traced.authors.keys()]]).toEqual([0, []])
  expect(read).toEqual(['papers 2510.00001', 'bySlug a', 'topics *', 'authors *'])
})
