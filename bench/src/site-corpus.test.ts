import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeSiteCorpus } from './site-corpus.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-site-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

test('both builders get the same digests, and Hugo a file for each paper', () => {
  const { ours, hugo, pages } = writeSiteCorpus(folder, 20)
  const digests = readdirSync(join(hugo, 'digests'))
  expect(digests).toEqual(readdirSync(join(ours, 'digests')))
  expect(pages).toBe(1 + digests.length + readdirSync(join(hugo, 'papers')).length)
})

test('a paper for Hugo begins with its fields and holds its texts', () => {
  const { hugo } = writeSiteCorpus(folder, 1)
  const [name = ''] = readdirSync(join(hugo, 'papers'))
  const [fields = '', , ...body] = readFileSync(join(hugo, 'papers', name), 'utf8').split('\n')
  expect(JSON.parse(fields)).toMatchObject({ date: '2020-01-01', link: expect.stringContaining('arxiv.org') })
  expect(body.filter((line) => line.startsWith('## '))).toEqual(['## Abstract', '## Summary', '## Critique'])
})
