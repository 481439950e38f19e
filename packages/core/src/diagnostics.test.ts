import { expect, test } from 'vitest'
import type { Diagnostic } from './diagnostic.ts'
import { collectDiagnostics, sortDiagnostics } from './diagnostics.ts'

test('adds the file, the severity of the code and the first column', () => {
  const { report, diagnostics } = collectDiagnostics('digests/a.md')
  report({ code: 'tldr-empty', line: 7, message: 'Nothing there.', hint: 'Write something.' })
  expect(diagnostics).toEqual([
    {
      file: 'digests/a.md',
      line: 7,
      column: 1,
      severity: 'warning',
      code: 'tldr-empty',
      message: 'Nothing there.',
      hint: 'Write something.',
    },
  ])
})

test('keeps a column that is given', () => {
  const { report, diagnostics } = collectDiagnostics('a.md')
  report({ code: 'title-missing', line: 1, column: 9, message: 'm', hint: 'h' })
  expect(diagnostics[0]).toMatchObject({ column: 9, severity: 'error' })
})

const finding: Diagnostic = {
  file: 'a.md',
  line: 1,
  column: 1,
  severity: 'warning',
  code: 'tldr-empty',
  message: '',
  hint: '',
}

test('sorts by file, then line as a number, then column, then code', () => {
  const sorted: Diagnostic[] = [
    { ...finding, line: 2, column: 3, code: 'label-twice' },
    { ...finding, line: 2, column: 3, code: 'label-unknown' },
    { ...finding, line: 2, column: 20 },
    { ...finding, line: 10 },
    { ...finding, file: 'b.md' },
  ]
  expect(sortDiagnostics(sorted.toReversed())).toEqual(sorted)
})

test('leaves its input alone', () => {
  const input = [{ ...finding, line: 2 }, finding]
  sortDiagnostics(input)
  expect(input[0]?.line).toBe(2)
})
