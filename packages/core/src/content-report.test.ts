import { expect, test } from 'vitest'
import { toArchive } from './archive.ts'
import { type ContentReportOptions, formatContentReport } from './content-report.ts'
import { digestOf, paperOf } from './digest-fixture.ts'

const digest = digestOf({ slug: 'a', papers: [paperOf('2510.00001'), paperOf('2510.00002')] })
const { archive } = toArchive([digest], { aliases: {} })
const place = { file: 'a.md', line: 3, column: 1, message: 'Wrong.', hint: 'Write right.' }
const diagnostics = [
  { ...place, severity: 'error', code: 'date-missing' },
  { ...place, severity: 'warning', code: 'tldr-empty' },
] as const

function format(options: Partial<ContentReportOptions>): string {
  const toPath = (file: string) => `content/${file}`
  return formatContentReport(
    { archive, diagnostics, refused: ['a.md'] },
    { json: false, quiet: false, colour: false, toPath, ...options },
  )
}

test('prints the findings with paths that can be opened, and sums them up', () => {
  expect(format({})).toBe(
    [
      'content/a.md:3:1 error date-missing Wrong.',
      '    Write right.',
      'content/a.md:3:1 warning tldr-empty Wrong.',
      '    Write right.',
      '1 digest, 2 papers, 1 error, 1 warning, 0 notes',
      '',
    ].join('\n'),
  )
})

test('quiet says nothing but errors', () => {
  expect(format({ quiet: true })).toBe('content/a.md:3:1 error date-missing Wrong.\n    Write right.\n')
})

test('JSON is one finding a line and nothing else', () => {
  const lines = format({ json: true }).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual(
    diagnostics.map((each) => ({ ...each, file: 'content/a.md' })),
  )
})
