import { fileURLToPath } from 'node:url'
import type { AstroPrerenderer, PathWithRoute } from 'astro'
import { afterEach, expect, test } from 'vitest'
import { threadedPrerenderer } from './threaded-prerenderer.ts'

const program = async () => fileURLToPath(new URL('./page-program.fixture.ts', import.meta.url))
let prerenderer: AstroPrerenderer

afterEach(() => prerenderer.teardown?.())

/** Every page with its text, all asked for at once. */
async function renderAll(most: number): Promise<ReadonlyMap<string, string>> {
  prerenderer = threadedPrerenderer(program, most)
  const paths = (await prerenderer.getStaticPaths()).filter(({ pathname }) => pathname !== '/b')
  const pages = await Promise.all(paths.map(async (path) => [path.pathname, await render(path)] as const))
  return new Map(pages)
}

async function render({ pathname, route }: PathWithRoute): Promise<string> {
  const request = new Request(`https://broadsheet.example${pathname}/`)
  const rendered = await prerenderer.render(request, { routeData: route })
  return (rendered instanceof Response ? rendered : rendered.response).text()
}

test('what shows the texts of one digest is rendered in one thread', async () => {
  const pages = await renderAll(2)
  const digests = Map.groupBy(pages, ([path]) => path.replace(/-\d$/, ''))
  for (const ofDigest of digests.values()) expect(new Set(ofDigest.map(([, thread]) => thread)).size).toBe(1)
  expect(new Set(pages.values()).size).toBe(2)
})

test('no more threads are started than asked for, nor than there is work for', async () => {
  expect(new Set((await renderAll(1)).values()).size).toBe(1)
  await prerenderer.teardown?.()
  expect(new Set((await renderAll(64)).values()).size).toBeLessThanOrEqual(3)
})

test('an error in a page arrives with its fields', async () => {
  prerenderer = threadedPrerenderer(program, 1)
  const failing = (await prerenderer.getStaticPaths()).find(({ pathname }) => pathname === '/b')
  await expect(failing && render(failing)).rejects.toMatchObject({ message: 'no b', hint: 'a' })
})
