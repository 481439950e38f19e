import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Preview, startPreview } from './preview-server.ts'

let folder: string
let preview: Preview
const closing: Preview[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preview-'))
  const files: Readonly<Record<string, string>> = {
    'secret.txt': 'secret',
    'outside/secret.txt': 'secret',
    'dist/index.html': '<h1>Home</h1>',
    'dist/404.html': '<h1>No such page</h1>',
    'dist/rss.xml': '<rss/>',
    'dist/api/v1/index.json': '{}',
    'dist/digests/one/index.html': '<h1>One</h1>',
    'dist/empty/file.txt': 'file',
    'dist/.broadsheet-output': 'hidden',
    'mails/index.json': JSON.stringify({
      mails: [{ name: 'one.daily', kind: 'daily', slug: 'one', date: '2025-10-16', subject: '1 < 2 papers' }],
    }),
    'mails/one.daily.eml': 'Subject: 1 < 2 papers\r\nList-Id: <digest.example>\r\n\r\nbody\r\n',
    'mails/one.daily.html': '<p style="color: red">One</p><script>alert(1)</script>',
    'mails/one.daily.txt': 'One <of> two\n',
  }
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  await utimes(join(folder, 'dist/rss.xml'), 1_760_000_000.5, 1_760_000_000.5)
  await symlink(join(folder, 'secret.txt'), join(folder, 'dist/leak.txt'))
  await symlink(join(folder, 'outside'), join(folder, 'dist/leak'))
  preview = await start({})
})

afterAll(async () => {
  await Promise.all(closing.map(({ close }) => close()))
  await rm(folder, { recursive: true })
})

async function start(settings: { base?: string; port?: number }): Promise<Preview> {
  const started = await startPreview({
    out: join(folder, 'dist'),
    mails: join(folder, 'mails'),
    base: settings.base ?? '/',
    port: settings.port ?? 0,
  })
  closing.push(started)
  return started
}

// Not fetch, which takes `..` out of an address before it is sent.
async function get(
  path: string,
  options: { headers?: OutgoingHttpHeaders; method?: string; from?: Preview } = {},
): Promise<{ status: number | undefined; headers: IncomingMessage['headers']; body: string }> {
  const { headers = {}, method = 'GET', from = preview } = options
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(new URL(from.mails).origin, { path, headers, method }, resolve).on('error', reject).end()
  })
  return { status: response.statusCode, headers: response.headers, body: await text(response) }
}

test('serves a folder by its index.html and a file by its name', async () => {
  expect(await get('/')).toMatchObject({ status: 200, body: '<h1>Home</h1>' })
  expect(await get('/digests/one/')).toMatchObject({ status: 200, body: '<h1>One</h1>' })
  expect(await get('/rss.xml')).toMatchObject({ status: 200, body: '<rss/>' })
})

test('leads a folder without slash to its page, with what was asked after it', async () => {
  const { status, headers } = await get('/digests/one?page=2')
  expect([status, headers.location]).toEqual([301, '/digests/one/?page=2'])
})

test.each(['/no-page/', '/rss.xml/', '/empty/', '/.broadsheet-output'])(
  'answers %s with the 404 page',
  async (path) => {
    expect(await get(path)).toMatchObject({ status: 404, body: '<h1>No such page</h1>' })
  },
)

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/digests/../../secret.txt',
  '/leak.txt',
  '/leak/secret.txt',
  '/leak/',
  '/_mail/..%2f..%2fsecret.txt',
])('gives nothing away at %s', async (path) => {
  const { status, body } = await get(path)
  expect(status).toBe(404)
  expect(body).not.toContain('secret')
})

test('a reader that has the bytes gets 304, by tag or by date', async () => {
  const { headers } = await get('/rss.xml')
  expect(headers['last-modified']).toBe('Thu, 09 Oct 2025 08:53:20 GMT')
  const modified = headers['last-modified']
  for (const known of [
    { 'If-None-Match': headers.etag },
    { 'If-None-Match': `"other", W/${headers.etag}` },
    { 'If-Modified-Since': modified },
  ]) {
    expect(await get('/rss.xml', { headers: known })).toMatchObject({ status: 304, body: '' })
  }
  const other = { 'If-None-Match': '"other"', 'If-Modified-Since': modified }
  expect(await get('/rss.xml', { headers: other })).toMatchObject({ status: 200 })
})

test('text is compressed for a reader that takes it, and keeps its tag', async () => {
  const response = await fetch(new URL('/rss.xml', preview.mails), { headers: { 'Accept-Encoding': 'gzip' } })
  expect(response.headers.get('content-encoding')).toBe('gzip')
  expect(await response.text()).toBe('<rss/>')
  const { headers } = await get('/rss.xml')
  expect(headers).not.toHaveProperty('content-encoding')
  expect(response.headers.get('etag')).toBe(`W/${headers.etag}`)
})

test('data may be read from other sites, a feed also kept for ten minutes, a page neither', async () => {
  const data = await get('/api/v1/index.json')
  expect(data.headers['access-control-allow-origin']).toBe('*')
  expect(data.headers['cache-control']).toBe('no-cache')
  const feed = await get('/rss.xml')
  expect(feed.headers['access-control-allow-origin']).toBe('*')
  expect(feed.headers['cache-control']).toBe('public, max-age=600')
  expect((await get('/')).headers).not.toHaveProperty('access-control-allow-origin')
})

test('HEAD gives the headers alone, and other methods are refused', async () => {
  expect(await get('/', { method: 'HEAD' })).toMatchObject({
    status: 200,
    body: '',
    headers: { 'content-length': '13', 'content-type': 'text/html; charset=utf-8' },
  })
  expect(await get('/', { method: 'POST' })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
})

test('serves a site below its base path and nothing of it elsewhere', async () => {
  const below = await start({ base: '/daily/papers/' })
  expect(below.site).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/daily\/papers\/$/)
  expect(await get('/', { from: below })).toMatchObject({
    status: 301,
    headers: { location: '/daily/papers/' },
  })
  expect(await get('/daily/papers', { from: below })).toMatchObject({
    headers: { location: '/daily/papers/' },
  })
  expect(await get('/daily/papers/digests/one/', { from: below })).toMatchObject({ body: '<h1>One</h1>' })
  expect(await get('/digests/one/', { from: below })).toMatchObject({ status: 404 })
  expect(await get('/_mail/', { from: below })).toMatchObject({ status: 200 })
})

test('takes the next free port when one is in use', async () => {
  const taken = Number(new URL(preview.site).port)
  const next = await start({ port: taken })
  expect(Number(new URL(next.site).port)).toBeGreaterThan(taken)
})

test('lists the mails and shows one as HTML, as text and as source', async () => {
  const page = (path: string) => get(path).then(({ body }) => body)
  expect(await page('/_mail/')).toContain('<a href="/_mail/one.daily/">1 &lt; 2 papers</a>')
  expect(await page('/_mail/one.daily/')).toContain('<iframe sandbox src="/_mail/one.daily/dark.html"')
  expect(await page('/_mail/one.daily/text/')).toContain('One &lt;of&gt; two')
  expect(await page('/_mail/one.daily/source/')).toContain(
    '<th scope="row">List-Id</th><td>&lt;digest.example&gt;</td>',
  )
  expect(await get('/_mail/one.daily')).toMatchObject({
    status: 301,
    headers: { location: '/_mail/one.daily/' },
  })
  expect(await get('/_mail/two.daily/')).toMatchObject({ status: 404 })
})

test('a mail is shown as it is, but nothing in it can run or fetch', async () => {
  const { body, headers } = await get('/_mail/one.daily/light.html')
  expect(body).toContain('<script>alert(1)</script>')
  expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/)
})

test('says that no mail was built where there is none', async () => {
  const bare = await startPreview({
    out: join(folder, 'dist'),
    mails: join(folder, 'none'),
    base: '/',
    port: 0,
  })
  closing.push(bare)
  expect(await get('/_mail/', { from: bare })).toMatchObject({ status: 200 })
  expect((await get('/_mail/', { from: bare })).body).toContain('No mail has been built yet.')
})
