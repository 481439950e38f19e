import { findArxivIds, parseArxivId } from './arxiv-id.ts'
import type { Report } from './diagnostic.ts'
import { isNone, type LabelLine } from './labels.ts'
import type { OutlinePaper } from './outline.ts'
import { quote } from './quote.ts'
import type { ArxivId } from './schema.ts'

/** Reads a `Paper link:` value: an address of arXiv, in Markdown or bare, or an identifier alone. */
export function readPaperLink(
  label: LabelLine | undefined,
  paper: OutlinePaper,
  report: Report,
): ArxivId | undefined {
  if (label === undefined || isNone(label.value)) {
    report({
      code: 'paper-link-missing',
      line: paper.line,
      message: `Paper ${quote(paper.title)} has no \`Paper link:\` line.`,
      hint: 'Add “Paper link: https://arxiv.org/abs/…” under the authors.',
    })
    return undefined
  }
  const [found] = findArxivIds(label.value)
  const id = found ? toArxivId(found) : parseArxivId(label.value)
  if (id === undefined)
    report({
      code: 'paper-link-invalid',
      line: label.line,
      message: `The link of paper ${quote(paper.title)} holds no arXiv id: ${quote(label.value)}.`,
      hint: 'Write it as https://arxiv.org/abs/2510.14853v1.',
    })
  return id
}

function toArxivId({ id, version }: ArxivId): ArxivId {
  return version === undefined ? { id } : { id, version }
}
