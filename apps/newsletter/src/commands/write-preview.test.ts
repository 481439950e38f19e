import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readyMailContext } from '../compose/mail-context.ts'
import { toDailyPreview, toLetterPreview } from '../compose/preview-mails.ts'
import { sampleConfig, toLongDigest, toSampleViews } from '../sample-digests.fixture.ts'
import { formatPreview } from './format-preview.ts'
import { writePreview } from './write-preview.ts'

const context = await readyMailContext(sampleConfig)
const views = toSampleViews([toLongDigest(60)])
const daily = views.flatMap((view) => toDailyPreview(context, view, views))
const letters = [toLetterPreview(context, 'welcome', '2025-01-01T08:00:00Z')]

test('writes three files for each mail and an index, newest first, that keeps what was there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-preview-'))
  await writePreview(folder, letters, sampleConfig, { replace: true })
  await writePreview(folder, daily, sampleConfig, { replace: false })
  const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'))
  expect(index.mails.map(({ name, kind, date }: Record<string, unknown>) => [name, kind, date])).toEqual([
    ['cs_CL-2025-10-16.daily', 'daily', '2025-10-16'],
    ['subscription.welcome', 'welcome', '2025-01-01'],
  ])
  expect((await readdir(folder)).sort()).toEqual([
    'cs_CL-2025-10-16.daily.eml',
    'cs_CL-2025-10-16.daily.html',
    'cs_CL-2025-10-16.daily.txt',
    'index.json',
    'subscription.welcome.eml',
    'subscription.welcome.html',
    'subscription.welcome.txt',
  ])
})

test('leaves no placeholder in what it writes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-preview-'))
  await writePreview(folder, [...daily, ...letters], sampleConfig, { replace: true })
  for (const file of await readdir(folder)) {
    if (file !== 'index.json') expect(await readFile(join(folder, file), 'utf8')).not.toContain('ADDRESSXX')
  }
})

test('says how large a mail is and what was fitted into it', () => {
  const [mail] = daily
  expect(mail && formatPreview(mail, false)).toMatch(
    /^cs_CL-2025-10-16\.daily: 9\d\.\d kB, \d+ in summary, \d+ in three lines\n {2}\[cs\.CL\] 16 Oct 2025/,
  )
})
