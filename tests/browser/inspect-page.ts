import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import type { Visitor } from './open-browser.ts'

const widths = [360, 1440] as const
const schemes = ['light', 'dark'] as const

/**
 * Opens a page at phone and desk width, in light and dark, and lists what is wrong with it: axe's findings,
 * complaints of the browser, requests to another host, sideways scrolling and shifts of the layout.
 */
export async function inspectPage(visit: Visitor, path: string): Promise<readonly string[]> {
  const findings: string[] = []
  for (const width of widths) {
    const { page, complaints } = await visit(path, { viewport: { width, height: 900 } })
    const shift = await findLayoutShift(page)
    if (shift > 0) findings.push(`${width}: the layout shifts by ${shift}`)
    const scrolled = await page.evaluate(() => document.documentElement.scrollWidth)
    if (scrolled > width) findings.push(`${width}: ${scrolled} wide`)
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme })
      findings.push(...(await findBarriers(page)).map((barrier) => `${width} ${colorScheme}: ${barrier}`))
    }
    findings.push(...complaints.map((complaint) => `${width}: ${complaint}`))
    await page.context().close()
  }
  return findings
}

/** What axe finds, every rule of it, as words. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  // Without the legacy mode axe opens a second page to put the results of frames together; there are none.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)
}

/** A busy machine hands fonts over late, once; a page that moves by itself moves every time. */
async function findLayoutShift(page: Page): Promise<number> {
  for (let attempt = 1; attempt < 3; attempt++) {
    if ((await readLayoutShift(page)) === 0) return 0
    await page.reload()
  }
  return readLayoutShift(page)
}

/**
 * How far the layout has moved under the reader since the page was opened, with its fonts in place.
 * @see https://wicg.github.io/layout-instability/
 */
async function readLayoutShift(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let shift = 0
    const add = (entries: PerformanceEntryList) => {
      for (const entry of entries) if ('value' in entry) shift += Number(entry.value)
    }
    const observer = new PerformanceObserver((list) => add(list.getEntries()))
    observer.observe({ type: 'layout-shift', buffered: true })
    await document.fonts.ready
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
    add(observer.takeRecords())
    observer.disconnect()
    return shift
  })
}
