import { expect, inject, test } from 'vitest'
import { useBrowser } from './open-browser.ts'
import { listPageKinds } from './page-kinds.ts'

const { visit } = useBrowser()
const plain = { javaScriptEnabled: false }

test.each(listPageKinds(inject('out')))(
  'without JavaScript $name is whole and promises nothing it cannot do',
  async ({ path }) => {
    const { page, complaints } = await visit(path, plain)
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(40)
    expect(await page.locator('main button:visible, header button:visible, main input:visible').count()).toBe(
      0,
    )
    expect(complaints).toEqual([])
    await page.context().close()
  },
)

test('without JavaScript summary and critique still unfold', async () => {
  const { page } = await visit('/digests/arxiv_cs_CL_2025-10-16_report/', plain)
  const fold = page.locator('article details[data-fold]').first()
  await fold.locator('summary').click()
  expect(await fold.locator('p').first().isVisible()).toBe(true)
})

test.each([
  ['/search/', 'topics'],
  ['/compare/', 'All papers'],
])('without JavaScript %s says so and leads on', async (path, link) => {
  const { page } = await visit(path, plain)
  expect(await page.locator('main').innerText()).toContain('needs JavaScript')
  expect(await page.locator('main').getByRole('link', { name: link }).isVisible()).toBe(true)
})

test('without JavaScript the colours still follow the system', async () => {
  const { page } = await visit('/', { ...plain, colorScheme: 'dark' })
  const ground = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
  const text = await page.locator('body').evaluate((body) => getComputedStyle(body).color)
  const sum = (words: string) =>
    (words.match(/[\d.]+/g) ?? []).reduce((total, part) => total + Number(part), 0)
  expect(sum(ground)).toBeLessThan(sum(text))
})
