import { sliceLines } from './lines.ts'
import { countTrailingDefinitions, definitionsIn, settleEnd, withDefinitions } from './link-definitions.ts'
import type { Markdown, MarkdownToken } from './markdown.ts'
import { cutRichText, findRules } from './rich-text.ts'
import type { RichText } from './schema.ts'
import { findDigestSection, findName, paperLabels, paperSections, toSectionName } from './section-names.ts'

/** A heading with what stands under it until the next one of the outline; `heading` is inline Markdown. */
export type OutlineSection = {
  readonly heading: string
  readonly name: string
  readonly line: number
  readonly body?: RichText
}

/** A level-1 heading: the text right under it and its sections. */
export type OutlinePaper = {
  readonly title: string
  readonly line: number
  readonly head?: RichText
  readonly sections: readonly OutlineSection[]
}

/** A digest cut into parts whose meaning is not read yet. */
export type Outline = {
  readonly head?: RichText
  readonly sections: readonly OutlineSection[]
  readonly papers: readonly OutlinePaper[]
}

/** `isTop`: written as a level-1 heading, whatever it counts as. */
type Cut = {
  readonly level: 1 | 2
  readonly isTop: boolean
  readonly heading: string
  readonly line: number
  readonly end: number
}

/**
 * Cuts a digest at its level-1 and level-2 headings. Headings inside lists, quotes and code fences cut
 * nothing; a level-1 heading named like a section, such as `# Abstract`, counts as level 2; rules (`---`)
 * at the edges of a part are separators and go. A first level-1 heading with nothing of a paper under it
 * is the digest's own title.
 */
export function readOutline(markdown: Markdown): Outline {
  const cuts = findCuts(markdown.tokens)
  const toRichText = partReader(markdown)
  const groups = groupByPaper(cuts)
  const read = (group: readonly Cut[], from: number): Omit<OutlinePaper, 'title' | 'line'> => {
    const sections = group.map((cut) =>
      toSection(cut, endAfter(cut.end, cuts, markdown), toRichText, markdown.firstLine),
    )
    const head = toRichText(from, endAfter(from, cuts, markdown))
    return { ...(head && { head }), sections }
  }
  const papers = groups.papers.map(([title, ...sections]) => ({
    title: title.heading,
    line: markdown.firstLine + title.line,
    ...read(sections, title.end),
  }))
  const digest = read(groups.before, 0)
  const [first, ...rest] = papers
  return first && !isPaper(first) && hasTldr(first)
    ? { ...joinHeads(digest, first), papers: rest }
    : { ...digest, papers }
}

function findCuts(tokens: readonly MarkdownToken[]): Cut[] {
  const cuts: Cut[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open' || token.level > 0 || token.map === null) continue
    if (token.tag !== 'h1' && token.tag !== 'h2') continue
    const heading = tokens[index + 1]?.content.replace(/\s+/g, ' ').trim() ?? ''
    // Nobody could find a paper without a title.
    if (token.tag === 'h1' && heading === '') continue
    cuts.push({
      level: token.tag === 'h1' && !isSection(heading) ? 1 : 2,
      isTop: token.tag === 'h1',
      heading,
      line: token.map[0],
      end: token.map[1],
    })
  }
  return cuts
}

function isSection(heading: string): boolean {
  const name = toSectionName(heading)
  return findDigestSection(name) === 'tldr' || findName(paperSections, name) !== undefined
}

function groupByPaper(cuts: readonly Cut[]): { before: Cut[]; papers: [Cut, ...Cut[]][] } {
  const end = findClosingTldr(cuts)
  const before: Cut[] = []
  const papers: [Cut, ...Cut[]][] = []
  for (const cut of cuts.slice(0, end)) {
    if (cut.level === 1) papers.push([cut])
    else (papers.at(-1) ?? before).push(cut)
  }
  return { before: [...before, ...cuts.slice(end)], papers }
}

/** Some publishers sum up at the end: a level-1 TL;DR after the last paper, when none stands before the first. */
function findClosingTldr(cuts: readonly Cut[]): number {
  const at = cuts.findIndex(isTldr)
  const tldr = cuts[at]
  const closes = !cuts.slice(at + 1).some((cut) => cut.level === 1 || isPaperSection(cut))
  return tldr?.isTop && closes && cuts.slice(0, at).some(isPaperSection) ? at : cuts.length
}

function isTldr({ heading }: Cut): boolean {
  return findDigestSection(toSectionName(heading)) === 'tldr'
}

function isPaperSection({ heading }: Cut): boolean {
  return findName(paperSections, toSectionName(heading)) !== undefined
}

function endAfter(line: number, cuts: readonly Cut[], markdown: Markdown): number {
  return cuts[firstAtOrAfter(cuts, line)]?.line ?? markdown.lineStarts.length
}

function firstAtOrAfter(cuts: readonly Cut[], line: number): number {
  let [low, high] = [0, cuts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cuts[middle]?.line ?? 0) < line) low = middle + 1
    else high = middle
  }
  return low
}

type ToRichText = (from: number, to: number) => RichText | undefined

/** A part loses empty lines and rules at its edges, and carries the link definitions that it uses. */
function partReader(markdown: Markdown): ToRichText {
  const rules = findRules(markdown.tokens)
  const definitions = definitionsIn(markdown)
  return (from, to) => {
    const part = cutRichText(markdown, rules, from, to)
    if (part === undefined || definitions.size === 0) return part
    const end = to - countTrailingDefinitions(markdown, rules, from, to)
    const own = cutRichText(markdown, rules, from, end)
    return (
      own && { ...own, markdown: withDefinitions(own.markdown, definitions, sliceLines(markdown, end, to)) }
    )
  }
}

function toSection(cut: Cut, end: number, toRichText: ToRichText, firstLine: number): OutlineSection {
  const body = toRichText(cut.end, end)
  return {
    heading: cut.heading,
    name: toSectionName(cut.heading),
    line: firstLine + cut.line,
    ...(body && { body }),
  }
}

function isPaper(paper: OutlinePaper): boolean {
  if (paper.sections.some((section) => findName(paperSections, section.name))) return true
  const labels = paper.head?.markdown.matchAll(/^\W{0,2}([\p{L} ]+?)\W{0,2}:/gmu) ?? []
  return [...labels].some(([, label]) => findName(paperLabels, label?.toLowerCase() ?? '') !== undefined)
}

function hasTldr(paper: OutlinePaper): boolean {
  return paper.sections.some((section) => findDigestSection(section.name) === 'tldr')
}

function joinHeads(
  digest: Omit<OutlinePaper, 'title' | 'line'>,
  title: OutlinePaper,
): Omit<Outline, 'papers'> {
  const heads = [digest.head, title.head].flatMap((head) => head ?? [])
  const [first] = heads
  return {
    ...(first && { head: { markdown: joinTexts(heads), line: first.line } }),
    sections: [...digest.sections, ...title.sections],
  }
}

function joinTexts(texts: readonly RichText[]): string {
  const markdown = texts.map((text) => text.markdown).join('\n\n')
  return settleEnd(markdown) ?? markdown
}
