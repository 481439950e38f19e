import { expectThat } from './expect-that.ts'
import { childrenOf, type XmlElement } from './read-xml.ts'

/** How often each child may stand in an element: [least, most]. */
export type Limits = Readonly<Record<string, readonly [number, number]>>

/** What is too few, too many or unknown among an element's children of one vocabulary. */
export function checkChildren(
  parent: XmlElement,
  vocabulary: (local: string) => string,
  limits: Limits,
): string[] {
  const counts = Object.entries(limits).flatMap(([name, [least, most]]) => {
    const count = childrenOf(parent, vocabulary(name)).length
    return expectThat(count >= least && count <= most, `${parent.name} has ${count} ${name}`)
  })
  const known = new Set(Object.keys(limits).map(vocabulary))
  const strange = parent.children.filter(({ name }) => name.startsWith(vocabulary('')) && !known.has(name))
  return [...counts, ...strange.map(({ name }) => `${name} stands in ${parent.name}`)]
}
