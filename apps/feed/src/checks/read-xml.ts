import { SaxesParser } from 'saxes'

/** An element as read: `name` is `{namespace}local`, `text` the text directly inside it. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  text: string
}

/** Reads a document by XML 1.0 with namespaces, to the letter: whatever is not well-formed throws. */
export function readXml(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const path = [root]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    const named = Object.values(attributes).map(({ name, value }) => [name, value] as const)
    const element = {
      name: `{${uri}}${local}`,
      attributes: Object.fromEntries(named),
      children: [],
      text: '',
    }
    path.at(-1)?.children.push(element)
    path.push(element)
  })
  parser.on('closetag', () => path.pop())
  const addText = (text: string) => {
    const element = path.at(-1)
    if (element !== undefined) element.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(xml).close()
  const [element] = root.children
  if (element === undefined) throw new Error('There is no element.')
  return element
}

/** The children of an element that have this name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

/** The text of the first child of this name. */
export function textOf(element: XmlElement, name: string): string | undefined {
  return childrenOf(element, name)[0]?.text
}
