/** `error` stops publishing of that file; everything else is published. */
export type Severity = 'error' | 'warning' | 'note'

/** A mistake of an author, with its place, a permanent code and a way out. */
export type Diagnostic = {
  readonly file: string
  /** 1-based. */
  readonly line: number
  /** 1-based, in UTF-16 code units. */
  readonly column: number
  readonly severity: Severity
  readonly code: DiagnosticCode
  /** What is wrong, quoting the author's own words in backquotes. */
  readonly message: string
  /** What to write instead. */
  readonly hint: string
}

/** What a reader of one file reports: file, severity and column have defaults. */
export type Finding = {
  readonly code: DiagnosticCode
  readonly line: number
  readonly column?: number
  readonly message: string
  readonly hint: string
}

/** Takes a finding; the collector adds the file and the severity of its code. */
export type Report = (finding: Finding) => void

/** Every code there is, with its severity. A code is permanent: it may be retired, never renamed. */
export const severities = {
  'file-unreadable': 'error',
  'file-too-large': 'error',
  'file-outside-content': 'error',
  'encoding-utf16': 'error',
  'encoding-not-utf8': 'error',
  'control-character': 'error',
  'front-matter-missing': 'error',
  'front-matter-unclosed': 'error',
  'front-matter-language': 'error',
  'front-matter-invalid': 'error',
  'front-matter-unsafe': 'error',
  'front-matter-too-deep': 'error',
  'front-matter-too-large': 'error',
  'front-matter-duplicate-key': 'error',
  'title-missing': 'error',
  'date-missing': 'error',
  'date-invalid': 'error',
  'permalink-unsafe': 'error',
  'permalink-duplicate': 'error',
  'nesting-too-deep': 'error',
  'encoding-repaired': 'warning',
  'permalink-missing': 'warning',
  'field-not-text': 'warning',
  'category-invalid': 'warning',
  'title-too-long': 'warning',
  'digest-without-papers': 'warning',
  'digest-same-day': 'warning',
  'tldr-missing': 'warning',
  'tldr-empty': 'warning',
  'tldr-unknown-paper': 'warning',
  'selected-count': 'warning',
  'paper-link-missing': 'warning',
  'paper-link-invalid': 'warning',
  'paper-without-authors': 'warning',
  'paper-twice': 'warning',
  'section-empty': 'warning',
  'section-twice': 'warning',
  'section-unknown': 'warning',
  'text-without-heading': 'warning',
  'label-unknown': 'warning',
  'label-twice': 'warning',
  'paper-seen-before': 'note',
} as const satisfies Record<string, Severity>

export type DiagnosticCode = keyof typeof severities
