import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { sampleConfig, toLongDigest, toSampleViews } from '../sample-digests.fixture.ts'
import { readyMailContext } from './mail-context.ts'
import { toMime } from './mime.ts'
import { fillPersonal } from './personal.ts'
import {
  type PreviewMail,
  toDailyPreview,
  toLetterPreview,
  toSamplePreviews,
  toWeeklyPreviews,
} from './preview-mails.ts'

const context = await readyMailContext(sampleConfig)
const views = toSampleViews([toLongDigest(10), { ...toLongDigest(8), date: '2025-10-15' }])
const mails: readonly PreviewMail[] = [
  ...views
    .slice(0, 1)
    .flatMap((view) => [...toDailyPreview(context, view, views), ...toSamplePreviews(context, view)]),
  ...toWeeklyPreviews(context, views),
  ...(['confirmation', 'welcome', 'goodbye'] as const).map((kind) =>
    toLetterPreview(context, kind, '2025-10-16T08:00:00Z'),
  ),
]

test.each(mails)('SpamAssassin with local rules scores the $kind mail under 1', ({ message, date }) => {
  const mime = toMime(message, {
    from: sampleConfig.mail.from,
    to: { address: 'reader@example.org' },
    date,
    messageId: 'k7q2m4x9c3v8b5n6h2j4f7d9sa.r3t6@digest.example',
  })
  const address = 'https://service.digest.example/leave/0123456789abcdef'
  const input = fillPersonal(mime, { leave: address, preferences: address, confirm: address })
  const { stdout, error } = spawnSync('spamassassin', ['--local', '--test-mode'], { input, encoding: 'utf8' })
  expect(error).toBeUndefined()
  const score = /^Content analysis details: +\((-?[\d.]+) points/m.exec(stdout)?.[1]
  expect(Number(score), stdout.slice(stdout.indexOf('Content analysis'))).toBeLessThan(1)
})
