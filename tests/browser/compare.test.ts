import { expect, test } from 'vitest'
import { findBarriers } from './inspect-page.ts'
import { useBrowser } from './open-browser.ts'

const { visit } = useBrowser()

test('starred papers stand side by side with what their pages say', async () => {
  const { page, complaints } = await visit('/digests/arxiv_cs_CL_2025-10-16_report/')
  const titles: string[] = []
  for (const index of [0, 2]) {
    const paper = page.locator('article').nth(index)
    await paper.locator('[data-star]').click()
    titles.push(await paper.locator('[data-title]').innerText())
  }
  await page.goto('starred/')
  await page.locator('[data-compare]').click()
  await page.waitForURL(/\/compare\/\?ids=/)
  const table = page.getByRole('table')
  await table.waitFor()
  expect(await table.locator('thead a').allInnerTexts()).toEqual(titles)
  const rows = await table.locator('tbody th').allInnerTexts()
  expect(rows.slice(0, 3)).toEqual(['Abstract', 'Strengths', 'Weaknesses'])
  expect(
    (await table.locator('td').allInnerTexts()).filter((text) => text.length > 40).length,
  ).toBeGreaterThan(5)
  expect(await findBarriers(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('on a phone a comparison scrolls in its own box, and says what each part is', async () => {
  const { page } = await visit('/compare/?ids=2510.14853,2510.14438', {
    viewport: { width: 360, height: 800 },
  })
  await page.getByRole('table').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const label = await page
    .locator('tbody td')
    .first()
    .evaluate((cell) => getComputedStyle(cell, '::before').content)
  expect(label).toBe('"Abstract"')
})

test('a paper that is not here is named', async () => {
  const { page } = await visit('/compare/?ids=2510.14853,9999.99999')
  await page.getByRole('table').waitFor()
  expect(await page.locator('[data-status]').innerText()).toBe('Not found here: 9999.99999')
})
