import { gzipSync } from 'node:zlib'
import type { Response } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { useBrowser } from './open-browser.ts'
import { listPages } from './page-kinds.ts'

const { visit } = useBrowser()
const most = { all: 150 * 1024, script: 10 * 1024 }
const compressed = /woff2|png/

test.each(listPages(inject('out'), 'digests'))('the first load of %s is light', async (path) => {
  const { page } = await visit('/404.html')
  const responses: Response[] = []
  const fresh = await page.context().newPage()
  fresh.on('response', (response) => responses.push(response))
  await fresh.goto(path, { waitUntil: 'networkidle' })
  const sizes = await Promise.all(responses.map(weigh))
  const sum = (kind?: string) =>
    sizes
      .filter(({ type }) => kind === undefined || type === kind)
      .reduce((total, { bytes }) => total + bytes, 0)
  expect(sum('document')).toBeGreaterThan(0)
  expect(sum()).toBeLessThanOrEqual(most.all)
  expect(sum('script')).toBeLessThanOrEqual(most.script)
})

/** What a response costs on the way, compressed by the most modest of hosts. */
async function weigh(response: Response): Promise<{ readonly type: string; readonly bytes: number }> {
  const type = response.request().resourceType()
  if (response.status() >= 300) return { type, bytes: 0 }
  const body = await response.body()
  return { type, bytes: compressed.test(response.url()) ? body.byteLength : gzipSync(body).byteLength }
}
