import { compareText } from './compare-text.ts'
import { type Diagnostic, type Report, severities } from './diagnostic.ts'

/** Gives the report of one file, by its path below the content folder. */
export type ReportOf = (file: string) => Report

/** Starts an empty collector for many files; `diagnostics` grows in the order of reporting. */
export function collectAllDiagnostics(): {
  readonly reportOf: ReportOf
  readonly diagnostics: readonly Diagnostic[]
} {
  const diagnostics: Diagnostic[] = []
  const reportOf: ReportOf =
    (file) =>
    ({ code, line, column = 1, message, hint }) => {
      diagnostics.push({ file, line, column, severity: severities[code], code, message, hint })
    }
  return { reportOf, diagnostics }
}

/** Starts an empty collector for one file; a finding without a column is about its whole line. */
export function collectDiagnostics(file: string): {
  readonly report: Report
  readonly diagnostics: readonly Diagnostic[]
} {
  const { reportOf, diagnostics } = collectAllDiagnostics()
  return { report: reportOf(file), diagnostics }
}

/** A sorted copy: by file, line, column and code; findings equal in all four keep their order. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.code, b.code),
  )
}
