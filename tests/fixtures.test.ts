import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatDiagnostic, parseDigest } from '@broadsheet/core'
import { buildFeeds, type Place } from '@broadsheet/feed'
import { readPublication, toDigestView } from '@broadsheet/view'
import { describe, expect, test } from 'vitest'

const fixtures = join(import.meta.dirname, 'fixtures')

/** A folder of digests read as the apps read it, with a configuration of its own. */
function read(content: string) {
  return readPublication(
    { BROADSHEET_CONTENT: content, BROADSHEET_CONFIG: join(fixtures, 'broadsheet.config.json') },
    import.meta.dirname,
  )
}

describe.each(await readdir(join(fixtures, 'accepted')))('accepted: %s', (name) => {
  const folder = join(fixtures, 'accepted', name)

  test('reads as the Digest in digest.json', async () => {
    const { digest } = parseDigest({ file: 'input.md', bytes: await readFile(join(folder, 'input.md')) })
    await expect(`${JSON.stringify(digest, null, 2)}\n`).toMatchFileSnapshot(join(folder, 'digest.json'))
  })

  test('reads as the plain text in text.txt', async () => {
    const { archive, config } = await read(folder)
    const [text] = archive.digests.map((digest) =>
      toText(toDigestView(digest, { channel: 'mail', config, archive })),
    )
    await expect(text).toMatchFileSnapshot(join(folder, 'text.txt'))
  })

  test('is the item of atom.xml', async () => {
    const files = new Map<string, Uint8Array>()
    const quote = ({ path, offset, length }: Place) =>
      files.get(path)?.subarray(offset, offset + length) ?? new Uint8Array()
    for (const { path, bytes } of buildFeeds(await read(folder), quote)) files.set(path, bytes)
    const atom = new TextDecoder().decode(files.get('atom.xml'))
    await expect(atom).toMatchFileSnapshot(join(folder, 'atom.xml'))
  })
})

describe.each(await readdir(join(fixtures, 'rejected')))('rejected: %s', (name) => {
  test('is refused with the findings in diagnostics.txt', async () => {
    const { diagnostics } = await read(join(fixtures, 'rejected', name))
    expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
    const findings = diagnostics
      .map((diagnostic) => `${formatDiagnostic(diagnostic, { colour: false })}\n`)
      .join('')
    await expect(findings).toMatchFileSnapshot(join(fixtures, 'diagnostics', `${name}.txt`))
  })
})

/** All that a digest says as plain text, in the order of reading. */
function toText(view: ReturnType<typeof toDigestView>): string {
  const papers = view.papers.map(({ title, authors, abstract, summary, critique, sections }) => [
    `# ${title.text}`,
    authors.map(({ name }) => name).join(', '),
    abstract?.text,
    summary?.text,
    critique?.whole.text,
    ...sections.map(({ heading, body }) => `${heading.text}\n\n${body?.text ?? ''}`),
  ])
  const sections = view.sections.map(({ heading, body }) => `${heading.text}\n\n${body?.text ?? ''}`)
  const parts = [
    view.title,
    view.countWords,
    view.disclaimer?.text,
    view.overview?.text,
    view.tldr?.text,
    ...sections,
    ...papers.flat(),
  ]
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`
}
