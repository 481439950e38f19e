import type { Diagnostic, Severity } from './diagnostic.ts'
import { formatDiagnostic, formatDiagnosticJson } from './format-diagnostic.ts'
import type { ReadArchive } from './read-archive.ts'

/** `toPath` turns a path below the content folder into one that a reader of the report can open. */
export type ContentReportOptions = {
  readonly json: boolean
  readonly quiet: boolean
  readonly colour: boolean
  readonly toPath: (file: string) => string
}

/**
 * The findings of a content folder, one or two lines each, and a line that sums them up; as JSON, one line
 * each and no sum. `quiet` keeps errors only.
 */
export function formatContentReport(read: ReadArchive, options: ContentReportOptions): string {
  const { json, quiet, colour, toPath } = options
  const format = json ? formatDiagnosticJson : (shown: Diagnostic) => formatDiagnostic(shown, { colour })
  const findings = read.diagnostics
    .filter(({ severity }) => !quiet || severity === 'error')
    .map((diagnostic) => format({ ...diagnostic, file: toPath(diagnostic.file) }))
  const lines = json || quiet ? findings : [...findings, formatSummary(read)]
  return lines.map((line) => `${line}\n`).join('')
}

/** `5 digests, 30 papers, 0 errors, 0 warnings, 1 note`. */
export function formatSummary({ archive, diagnostics }: ReadArchive): string {
  const count = (severity: Severity) => diagnostics.filter((found) => found.severity === severity).length
  return [
    formatCount(archive.digests.length, 'digest'),
    formatCount(archive.papers.size, 'paper'),
    formatCount(count('error'), 'error'),
    formatCount(count('warning'), 'warning'),
    formatCount(count('note'), 'note'),
  ].join(', ')
}

function formatCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
