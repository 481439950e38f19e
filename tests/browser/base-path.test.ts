import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '@broadsheet/view'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedSite, serveSite } from './build-site.ts'
import { useBrowser } from './open-browser.ts'

let folder: string
let served: ServedSite

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-base-'))
  const file = join(folder, 'broadsheet.config.json')
  const { config } = await readConfig()
  await writeFile(file, JSON.stringify({ ...config, base: '/base/' }))
  served = await serveSite({ BROADSHEET_CONFIG: file }, '/base/')
}, 120_000)

afterAll(async () => {
  await served?.close()
  await rm(folder, { recursive: true, force: true })
})

const { visit } = useBrowser(() => served.site)

test('below a base path a reader comes from the front page to a digest, a paper, a topic and its feed', async () => {
  const { page, complaints } = await visit('/')
  for (const [link, path] of [
    ['main h2 a, main h3 a', /^\/base\/digests\/.+\/$/],
    ['article [data-title]', /^\/base\/papers\/.+\/$/],
    ['a[href*="/topics/"]', /^\/base\/topics\//],
    ['.masthead-name a', /^\/base\/$/],
  ] as const) {
    await page.locator(link).first().click()
    await page.waitForURL(({ pathname }) => path.test(pathname))
  }
  const feed = await page.locator('link[type="application/atom+xml"]').first().getAttribute('href')
  expect((await page.request.get(new URL(feed ?? '', page.url()).href)).status()).toBe(200)
  expect(complaints).toEqual([])
})

test('below a base path search leads to papers', async () => {
  const { page, complaints } = await visit('/search/?q=reward')
  const link = page.locator('[data-results] a').first()
  await link.click()
  await page.waitForURL(/\/base\/(papers|digests)\//)
  expect(await page.locator('h1').isVisible()).toBe(true)
  expect(complaints).toEqual([])
})

test('below a base path stars can be opened and compared', async () => {
  const { page, complaints } = await visit('/papers/')
  for (const key of ['j', 's', 'j', 's']) await page.keyboard.press(key)
  await page.goto('starred/')
  await page.locator('[data-compare]').click()
  const title = page.locator('thead a').first()
  await title.click()
  await page.waitForURL(/\/base\/papers\/[^/]+\/$/)
  expect(complaints).toEqual([])
})
