import type { Diagnostic, Severity } from './diagnostic.ts'

const levelColours = { error: 31, warning: 33, note: 36 } as const satisfies Record<Severity, number>
const bold = 1
const dim = 2

/**
 * `file:line:column level code message`, then the hint indented on a line of its own, without a line end.
 * Characters that a terminal would obey are written as `\u001b`, so a file's name cannot draw on it.
 */
export function formatDiagnostic(diagnostic: Diagnostic, { colour }: { colour: boolean }): string {
  const { file, line, column, severity, code, message, hint } = diagnostic
  const paint = colour ? paintWith : (_style: number, text: string) => text
  const place = paint(bold, `${escapeControls(file)}:${line}:${column}`)
  const level = paint(levelColours[severity], severity)
  return `${place} ${level} ${code} ${escapeControls(message)}\n    ${paint(dim, escapeControls(hint))}`
}

/** One finding as a line of JSON with a fixed order of keys, without a line end. */
export function formatDiagnosticJson(diagnostic: Diagnostic): string {
  const { file, line, column, severity, code, message, hint } = diagnostic
  return escapeControls(JSON.stringify({ file, line, column, severity, code, message, hint }))
}

function paintWith(style: number, text: string): string {
  return `\u001b[${style}m${text}\u001b[0m`
}

function escapeControls(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2028\u2029\u2066-\u2069]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
