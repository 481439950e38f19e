import { escapeAttribute, escapeXml } from './escape-xml.ts'

type Attributes = Readonly<Record<string, string | undefined>>

/** One XML element with text alone; an attribute that is undefined is left out. */
export function renderElement(name: string, attributes: Attributes, text?: string): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escapeAttribute(value)}"`,
  )
  const start = `<${name}${written.join('')}`
  return text === undefined ? `${start}/>` : `${start}>${escapeXml(text)}</${name}>`
}
