import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { beforeAll, expect, test } from 'vitest'
import { type Published, publish } from './publish.ts'
import { readHtml, readTree } from './read-published.ts'

let published: Published
let tree: Map<string, Buffer>

beforeAll(async () => {
  published = await publish('tests/fixtures/accepted/hostile')
  tree = await readTree(published.out)
}, 60_000)

/** What could act in a document: elements that run, load or post, event attributes, and odd addresses. */
function findLive(html: string): string[] {
  const found: string[] = []
  for (const element of readHtml(html).querySelectorAll('*')) {
    const name = element.localName
    if (['iframe', 'object', 'embed', 'base', 'svg script', 'mglyph'].includes(name)) found.push(name)
    if (name === 'script' && !isOurs(element)) found.push(`script ${element.textContent}`)
    if (name === 'img') found.push(`img ${element.getAttribute('src')}`)
    for (const { name: attribute, value } of element.attributes) {
      if (attribute.startsWith('on')) found.push(`${name} ${attribute}`)
      const isAddress = ['href', 'src', 'action', 'xlink:href', 'formaction'].includes(attribute)
      if (isAddress && /^\s*(?!https?:|mailto:)[a-z][a-z0-9+.-]*:/i.test(value))
        found.push(`${attribute}=${value}`)
      if (attribute === 'style' && name !== 'math' && /url\(|expression|import/i.test(value))
        found.push(`style ${value}`)
    }
  }
  return found
}

/** The site's own scripts are files below /assets/, what the 404 page holds too, or data that no browser runs. */
function isOurs(script: Element): boolean {
  if (script.getAttribute('type') === 'application/ld+json') return isJson(script.textContent ?? '')
  if (script.getAttribute('src')?.startsWith('/assets/')) return true
  return (script.textContent ?? '') !== '' && (tree.get('404.html')?.includes(script.outerHTML) ?? false)
}

function isJson(text: string): boolean {
  try {
    return JSON.parse(text) !== undefined
  } catch {
    return false
  }
}

test('no page holds anything live of an author', () => {
  const pages = [...tree].filter(([path]) => path.endsWith('.html'))
  expect(pages.length).toBeGreaterThan(4)
  expect(
    pages.flatMap(([path, html]) => findLive(html.toString()).map((live) => `${path}: ${live}`)),
  ).toEqual([])
})

test('no feed item holds anything live, and every feed is well-formed', () => {
  const feed: { items: { content_html: string }[] } = JSON.parse(tree.get('feed.json')?.toString() ?? '{}')
  expect(feed.items).toHaveLength(1)
  expect(feed.items.flatMap(({ content_html }) => findLive(content_html))).toEqual([])
  for (const name of ['rss.xml', 'atom.xml']) {
    const xml = tree.get(name)?.toString() ?? ''
    expect(xml).toContain('alert(')
    // The text of a script is there as text; no element of that name is.
    expect(xml).not.toMatch(/<(?:\w+:)?script[\s>]/)
  }
})

test('no mail holds anything live, and no header was injected', async () => {
  const mail = await simpleParser(await readFile(join(published.mails, 'hostile_2025-01-06.daily.eml')))
  expect(findLive(mail.html || '')).toEqual([])
  expect(mail.text).toContain('DROP TABLE papers')
  expect([...mail.headers.keys()].filter((name) => ['bcc', 'cc'].includes(name))).toEqual([])
  expect(mail.to === undefined || !Array.isArray(mail.to)).toBe(true)
})

test('hostile text is shown as it was written', () => {
  const page = readHtml(tree.get('papers/2501.00001/index.html')?.toString() ?? '')
  expect(page.body.textContent).toContain('<script>alert(9)</script>')
  expect(page.querySelector('h1')?.textContent).toContain('</title><script>alert(4)</script>')
})
