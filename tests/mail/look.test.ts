import AxeBuilder from '@axe-core/playwright'
import chromium from '@sparticuz/chromium'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildMails } from './build-mails.ts'

// A browser is slow: one mail of each kind, and each fixture that tries something.
const ours = await buildMails('content')
const fixtures = await buildMails('tests/fixtures/accepted')
const mails = [
  ...new Map(ours.map((mail) => [mail.kind, mail])).values(),
  ...fixtures.filter(({ kind, name }) => kind === 'daily' && /hostile|hep-th/.test(name)),
]
const schemes = ['light', 'dark'] as const
const widths = [320, 640, 1000] as const

let browser: Browser
let page: Page
const asked: string[] = []

beforeAll(async () => {
  // In a single process the browser ends with its first page.
  const args = chromium.args.filter((arg) => arg !== '--single-process')
  browser = await playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true })
  page = await (await browser.newContext({ bypassCSP: true })).newPage()
  page.on('request', (request) => asked.push(request.url()))
  page.on('dialog', (dialog) => asked.push(dialog.message()))
}, 60_000)

afterAll(() => browser.close())

describe.each(schemes)('in %s colours', (colorScheme) => {
  test.each(mails)('axe finds nothing in $name, contrast included', async ({ html }) => {
    await page.emulateMedia({ colorScheme })
    await page.setContent(html)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })
})

test.each(mails)('$name is as wide as the screen and no wider', async ({ html }) => {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await page.setContent(html)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  }
})

test.each(mails)('$name runs and loads nothing', async ({ html }) => {
  asked.length = 0
  await page.setContent(html)
  expect(await page.locator('script, img, iframe, object, embed, form, link').count()).toBe(0)
  expect(asked).toEqual([])
})
