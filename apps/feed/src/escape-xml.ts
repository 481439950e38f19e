import { toXmlText } from './xml-text.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
}

/** Text as XML, for element content. */
export function escapeXml(text: string): string {
  return toXmlText(text).replace(/[&<>]/g, (mark) => entities[mark] ?? mark)
}

/** Text as XML, for an attribute in double quotes; a parser would make spaces of bare tabs and line ends. */
export function escapeAttribute(text: string): string {
  return toXmlText(text).replace(/[&<>"\t\n]/g, (mark) => entities[mark] ?? mark)
}

/** Text as CDATA: HTML stays readable in the source; every `]]>` is split over two sections. */
export function toCdata(text: string): string {
  return `<![CDATA[${toXmlText(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}
