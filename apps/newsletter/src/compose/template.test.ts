import { describe, expect, test } from 'vitest'
import { frameSlots, renderFrame } from './frame.ts'
import { toMailStyle } from './mail-style.ts'
import { compileMjml } from './mjml.ts'
import { fillSlots, parseSlots } from './slots.ts'
import { type ComponentName, compileTemplate, components, renderMail, renderRow } from './template.ts'

const template = await compileTemplate('en')
const style = toMailStyle('en')
const names = [
  'header',
  'notice',
  'overview',
  'themes',
  'group',
  'paper',
  'paperList',
  'letter',
  'action',
  'footer',
] as const

const breakOuts = [
  '"><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  '</mj-text></mj-column><mj-raw><script>alert(1)</script></mj-raw>',
  '--><![endif]--><img src=x onerror=alert(1)><!--[if mso]>',
  '</title></style></head><body onload=alert(1)>',
  '<mj-include path="/etc/passwd" />',
  '{{title}}{{body}}',
  ']]>&lt;script&gt;',
]

test('lists every component here', () => {
  expect(Object.keys(components)).toEqual(names)
})

describe.each(names)('the slots of %s', (name) => {
  test.each(breakOuts)('keep %j as text', (hostile) => {
    const html = fillAll(name, hostile)
    expect(html.split(toEntities(hostile)).length - 1).toBe(template.rows[name].slots.length)
    expect(countMarkup(html)).toEqual(countMarkup(fillAll(name, 'plain')))
  })
})

test.each(breakOuts)('the slots of the frame keep %j as text', (hostile) => {
  const mail = renderMail(template, { title: hostile, preheader: hostile, rows: [], footer: '' })
  const plain = renderMail(template, { title: 'plain', preheader: 'plain', rows: [], footer: '' })
  expect(countMarkup(mail)).toEqual(countMarkup(plain))
})

test('a mail put together is the one that MJML makes of the whole', async () => {
  const main = names.filter((name) => name !== 'footer')
  const rows = main.map((name) => fillAll(name, 'A < B'))
  const spliced = renderMail(template, {
    title: 'T',
    preheader: 'P',
    rows,
    footer: fillAll('footer', 'A < B'),
  })
  const sources = main.map((name) => fillSource(name, 'A < B'))
  const whole = renderFrame(style, sources.join(''), fillSource('footer', 'A < B'))
  const filled = fillSlots(parseSlots(whole, frameSlots), { language: 'en', title: 'T', preheader: 'P' })
  expect(withoutGaps(spliced)).toBe(withoutGaps(await compileMjml(filled)))
})

test.each([
  ['tag', '<mj-txt>a</mj-txt>'],
  ['attribute', '<mj-text colour="#000000">a</mj-text>'],
  ['value', '<mj-text align="middle">a</mj-text>'],
])('an unknown %s is refused', async (_, row) => {
  await expect(compileMjml(renderFrame(style, row, ''))).rejects.toThrow('ValidationError')
})

test('lines begin on the right where the language does', async () => {
  const { rows, head } = await compileTemplate('ar')
  expect(head.literals.join('')).toContain('dir="rtl"')
  expect(rows.paper.literals.join('')).toContain('text-align:right')
})

test('loads nothing from anywhere', () => {
  const mail = renderMail(template, {
    title: 'T',
    preheader: 'P',
    rows: names.map((name) => fillAll(name, 'x')),
    footer: '',
  })
  expect(mail).not.toMatch(/<(?:img|link|script|iframe)\b|url\(|@import/)
})

function fillAll(name: ComponentName, value: string): string {
  const values = {
    site: value,
    siteHref: value,
    title: value,
    facts: value,
    browser: value,
    body: value,
    heading: value,
  }
  const more = {
    number: value,
    href: value,
    by: value,
    more: value,
    label: value,
    reason: value,
    links: value,
    address: value,
  }
  return renderRow(template, name, { ...values, ...more })
}

function fillSource(name: ComponentName, value: string): string {
  return components[name].mjml(style).replace(/\{\{\w+\}\}/g, toEntities(value))
}

function toEntities(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** Everything that could open or close something. */
function countMarkup(html: string): readonly number[] {
  return ['<', '>', '"', '<!--', '-->'].map((mark) => html.split(mark).length)
}

/** White space between tags, and around the text of a slot, is laid out differently by MJML. */
function withoutGaps(html: string): string {
  return html.replace(/\s+/g, ' ').replace(/ ?([<>]) ?/g, '$1')
}
