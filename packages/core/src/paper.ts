import { readComments } from './comments.ts'
import { readCritique } from './critique.ts'
import type { Report } from './diagnostic.ts'
import { gatherCritique } from './gather-critique.ts'
import { isNone, type LabelLine, readLabels, splitKeywords, splitNames } from './labels.ts'
import type { OutlinePaper, OutlineSection } from './outline.ts'
import { readPaperLink } from './paper-link.ts'
import { splitPleasantry } from './pleasantry.ts'
import { quote } from './quote.ts'
import type { ExtraSection, Paper, RichText } from './schema.ts'
import { findName, paperLabels, paperSections } from './section-names.ts'
import { cutTitle, longestTitle } from './title.ts'

type Label = (typeof paperLabels)[keyof typeof paperLabels]
type Section = (typeof paperSections)[keyof typeof paperSections]

/** Reads one paper out of an outline. Nothing is lost: what has no name in the format is kept as extra. */
export function readPaper(outline: OutlinePaper, report: Report): Paper {
  const { labels, text } = readLabels(outline.head)
  const label = labelFinder(labels, outline, report)
  const { known, extra } = sortSections(outline, text, report)
  const arxiv = readPaperLink(label('link'), outline, report)
  const authors = splitNames(label('authors')?.value ?? '')
  if (authors.length === 0) reportAuthors(outline, report)
  const comments = readComments(label('comments')?.value ?? '')
  const title = cutTitle(outline.title)
  if (title !== outline.title) reportTitle(outline, report)
  return {
    title,
    ...(arxiv && { arxiv }),
    authors,
    keywords: splitKeywords(label('keywords')?.value ?? ''),
    ...(comments && { comments }),
    ...toTexts(known),
    labels: readExtraLabels(labels, arxiv === undefined, outline, report),
    sections: title === outline.title ? extra : [toWholeTitle(outline), ...extra],
    line: outline.line,
  }
}

type Texts = Pick<Paper, 'abstract' | 'summary' | 'critique' | 'pleasantries'>

function toTexts(known: ReadonlyMap<Section, RichText>): Texts {
  const split = (name: Section) => {
    const body = known.get(name)
    return body && splitPleasantry(body)
  }
  const [abstract, summary, critique] = [split('abstract'), split('summary'), split('critique')]
  return {
    ...(abstract && { abstract: abstract.text }),
    ...(summary && { summary: summary.text }),
    ...(critique && { critique: readCritique(critique.text) }),
    pleasantries: {
      ...(abstract?.pleasantry && { abstract: abstract.pleasantry }),
      ...(summary?.pleasantry && { summary: summary.pleasantry }),
      ...(critique?.pleasantry && { critique: critique.pleasantry }),
    },
  }
}

/** The first line of each label counts; a later one is reported and kept among the extra labels. */
function labelFinder(
  labels: LabelLine[],
  paper: OutlinePaper,
  report: Report,
): (name: Label) => LabelLine | undefined {
  const found = new Map<Label, LabelLine>()
  for (const label of labels) {
    const name = findName(paperLabels, label.name)
    if (name === undefined) continue
    if (!found.has(name)) found.set(name, label)
    else
      report({
        code: 'label-twice',
        line: label.line,
        message: `Paper ${quote(paper.title)} has two \`${label.label}:\` lines; the first one counts.`,
        hint: `Join them into one \`${label.label}:\` line.`,
      })
  }
  return (name) => found.get(name)
}

/** An address that is not arXiv's is kept as a label too. */
function readExtraLabels(
  labels: LabelLine[],
  keepsLink: boolean,
  paper: OutlinePaper,
  report: Report,
): Paper['labels'] {
  const seen = new Set<Label>()
  return labels.flatMap((label) => {
    const name = findName(paperLabels, label.name)
    const isFirst = name !== undefined && !seen.has(name)
    if (name !== undefined) seen.add(name)
    if (isNone(label.value) || (isFirst && !(name === 'link' && keepsLink))) return []
    if (name === undefined) reportLabel(label, paper, report)
    return [{ label: label.label, value: label.value }]
  })
}

function sortSections(
  paper: OutlinePaper,
  text: RichText | undefined,
  report: Report,
): { known: ReadonlyMap<Section, RichText>; extra: ExtraSection[] } {
  const known = new Map<Section, RichText>()
  const extra: ExtraSection[] = []
  for (const section of gatherCritique(paper.sections)) {
    const name = findName(paperSections, section.name)
    if (section.body === undefined) reportEmpty(section, paper, report)
    if (name === undefined || known.has(name)) {
      reportExtra(section, name !== undefined, paper, report)
      extra.push(toExtra(section))
    } else if (section.body !== undefined) known.set(name, section.body)
  }
  if (text !== undefined) keepUnlabelled(text, known, extra, paper, report)
  return { known, extra }
}

/** Text before the first heading is the abstract of publishers who give it no heading. */
function keepUnlabelled(
  text: RichText,
  known: Map<Section, RichText>,
  extra: ExtraSection[],
  paper: OutlinePaper,
  report: Report,
): void {
  report({
    code: 'text-without-heading',
    line: text.line,
    message: `Paper ${quote(paper.title)} has text before its first heading: ${quote(text.markdown)}.`,
    hint: 'Put it under `## Abstract`, or give it a heading of its own.',
  })
  if (known.has('abstract')) extra.unshift({ heading: 'Note', body: text, line: text.line })
  else known.set('abstract', text)
}

/** What was cut off a title is not lost. */
function toWholeTitle({ title, line }: OutlinePaper): ExtraSection {
  return { heading: 'Title', body: { markdown: title.replace(/^(?=#)/, '\\'), line }, line }
}

function toExtra({ heading, body, line }: OutlineSection): ExtraSection {
  return { heading: heading === '' ? 'Note' : heading, ...(body && { body }), line }
}

function reportLabel(label: LabelLine, paper: OutlinePaper, report: Report): void {
  report({
    code: 'label-unknown',
    line: label.line,
    message: `Paper ${quote(paper.title)} has a label \`${label.label}:\` that the format does not name; it is shown after the others.`,
    hint: 'The format names Authors, Keywords, Comments and Paper link.',
  })
}

function reportTitle(paper: OutlinePaper, report: Report): void {
  report({
    code: 'title-too-long',
    line: paper.line,
    message: `The title ${quote(paper.title)} has ${paper.title.length} characters; ${longestTitle} are shown, and the whole of it after the paper's sections.`,
    hint: 'Put a line break after the title, so that the text begins on a line of its own.',
  })
}

function reportAuthors(paper: OutlinePaper, report: Report): void {
  report({
    code: 'paper-without-authors',
    line: paper.line,
    message: `Paper ${quote(paper.title)} names no authors.`,
    hint: 'Add “Authors: First Author, Second Author” under the title.',
  })
}

function reportEmpty(section: OutlineSection, paper: OutlinePaper, report: Report): void {
  report({
    code: 'section-empty',
    line: section.line,
    message: `Section ${quote(section.heading)} of paper ${quote(paper.title)} is empty.`,
    hint: 'Write it, or take its heading away.',
  })
}

function reportExtra(section: OutlineSection, twice: boolean, paper: OutlinePaper, report: Report): void {
  report({
    code: twice ? 'section-twice' : 'section-unknown',
    line: section.line,
    message: twice
      ? `Paper ${quote(paper.title)} has a second section ${quote(section.heading)}; it is shown after the others.`
      : `Paper ${quote(paper.title)} has a section ${quote(section.heading)} that the format does not name; it is shown after the others.`,
    hint: twice
      ? 'Join the two sections.'
      : 'The format names Abstract, Summary and Critique; sub-headings begin with `###`.',
  })
}
