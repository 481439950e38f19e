import { compareText } from './compare-text.ts'
import { type Diagnostic, type Report, severities } from './diagnostic.ts'

/** Where the readers of one file put what they find; `diagnostics` grows in the order of reporting. */
export type DiagnosticCollector = {
  readonly report: Report
  readonly diagnostics: readonly Diagnostic[]
}

/** Starts an empty collector for one file; a finding without a column is about its whole line. */
export function collectDiagnostics(file: string): DiagnosticCollector {
  const diagnostics: Diagnostic[] = []
  const report: Report = ({ code, line, column = 1, message, hint }) => {
    diagnostics.push({ file, line, column, severity: severities[code], code, message, hint })
  }
  return { report, diagnostics }
}

/** A sorted copy: by file, line, column and code; findings equal in all four keep their order. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.code, b.code),
  )
}
