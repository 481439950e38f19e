import { type Detail, details } from '../compose/fit.ts'
import type { PreviewMail } from '../compose/preview-mails.ts'

const words: Readonly<Record<Detail, string>> = {
  summary: 'in summary',
  abstract: 'as abstract',
  lines: 'in three lines',
  title: 'by title',
  link: 'as a link',
}

/** One mail in a line for a person, or as a line of JSON. */
export function formatPreview(mail: PreviewMail, json: boolean): string {
  const { name, kind, message, fitted } = mail
  const bytes = Buffer.byteLength(message.html)
  if (json)
    return `${JSON.stringify({ name, kind, subject: message.subject, bytes, ...(fitted && { fitted }) })}\n`
  const size = `${(bytes / 1000).toFixed(1)} kB`
  return `${name}: ${size}${fitted === undefined ? '' : `, ${formatFitted(fitted)}`}\n  ${message.subject}\n`
}

function formatFitted({ papers, intro }: NonNullable<PreviewMail['fitted']>): string {
  const counts = details.map(
    (detail) => [papers.filter((paper) => paper.detail === detail).length, words[detail]] as const,
  )
  const shown = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  return [...shown, ...(intro === 'short' ? ['introduction shortened'] : [])].join(', ') || 'no papers'
}
