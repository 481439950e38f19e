import { expect, test } from 'vitest'
import type { Diagnostic } from './diagnostic.ts'
import { formatDiagnostic, formatDiagnosticJson } from './format-diagnostic.ts'

const finding: Diagnostic = {
  file: 'digests/a.md',
  line: 12,
  column: 3,
  severity: 'error',
  code: 'date-missing',
  message: 'The front matter has no `date`.',
  hint: 'Add “date: 2025-10-16”.',
}

test('prints place, level, code and message on one line and the hint under it', () => {
  expect(formatDiagnostic(finding, { colour: false })).toBe(
    'digests/a.md:12:3 error date-missing The front matter has no `date`.\n    Add “date: 2025-10-16”.',
  )
})

test('uses colour only when told to', () => {
  expect(formatDiagnostic(finding, { colour: true })).toContain('\u001b[31merror\u001b[0m')
  expect(formatDiagnostic(finding, { colour: false })).not.toContain('\u001b')
})

test('a file name cannot send commands to the terminal or turn its text around', () => {
  const printed = formatDiagnostic({ ...finding, file: 'a\u001b[2J\n\u202e.md' }, { colour: false })
  expect(printed).toMatch(/^a\\u001b\[2J\\u000a\\u202e\.md:12:3 error/)
})

test('writes JSON on one line that reads back as the same finding', () => {
  const hostile = { ...finding, message: 'a\u009b\u202e\n"b"' }
  const line = formatDiagnosticJson(hostile)
  expect(line).not.toMatch(/[\n\u009b\u202e]/)
  expect(JSON.parse(line)).toEqual(hostile)
})
