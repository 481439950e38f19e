import { joinSections } from './join-sections.ts'
import type { OutlineSection } from './outline.ts'
import { critiqueParts } from './section-names.ts'

/**
 * Sections in which a critique is whole: `## Strengths` and its kin right after `## Critique`, or in its place,
 * are parts of it, as if they were written one level lower.
 */
export function gatherCritique(sections: readonly OutlineSection[]): readonly OutlineSection[] {
  const start = sections.findIndex(({ name }) => name === 'critique' || isPart(name))
  const first = sections[start]
  if (first === undefined || (first.name !== 'critique' && !begins.test(first.name))) return sections
  const from = first.name === 'critique' ? start + 1 : start
  const length = sections.slice(from).findIndex(({ name }) => !isPart(name))
  const end = length < 0 ? sections.length : from + length
  if (end === from) return sections
  const body = joinSections(from === start ? undefined : first.body, sections.slice(from, end))
  const critique = { heading: 'Critique', name: 'critique', line: first.line, ...(body && { body }) }
  return [...sections.slice(0, start), critique, ...sections.slice(end)]
}

// `## Limitations` alone may be what the authors say of their own paper.
const begins = /^(?:key |main |major )?(?:strengths|weaknesses)\b/

function isPart(name: string): boolean {
  return critiqueParts.some((part) => part.closing !== true && part.name.test(name))
}
