import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Digest, type Paper, parseDigest, toPaperKey } from '@broadsheet/core'
import { type GeneratedFile, generateDigests } from './corpus.ts'

/** Folders of the same digests and papers for both builders, and how many pages they are. */
export type SiteCorpus = { readonly ours: string; readonly hugo: string; readonly pages: number }

/** So many digests of about five papers each. */
export function generateSiteDigests(count: number): Generator<GeneratedFile> {
  return generateDigests(count, 1, { fewest: 4, most: 6 })
}

/** Writes so many generated digests below `folder`: as files of ours, and for Hugo with a file for each paper. */
export function writeSiteCorpus(folder: string, count: number): SiteCorpus {
  const ours = join(folder, 'content')
  const hugo = join(folder, 'hugo')
  for (const place of [join(ours, 'digests'), join(hugo, 'digests'), join(hugo, 'papers')]) {
    mkdirSync(place, { recursive: true })
  }
  const keys = new Set<string>()
  for (const { file, bytes } of generateSiteDigests(count)) {
    writeFileSync(join(ours, 'digests', file), bytes)
    writeFileSync(join(hugo, 'digests', file), bytes)
    const { digest } = parseDigest({ file, bytes })
    for (const paper of digest?.papers ?? []) {
      const key = toPaperKey(paper)
      if (digest === undefined || keys.has(key)) continue
      keys.add(key)
      writeFileSync(join(hugo, 'papers', `${key}.md`), toHugoPaper(paper, digest))
    }
  }
  return { ours, hugo, pages: 1 + count + keys.size }
}

/** JSON is YAML, and Hugo reads it as front matter. */
function toHugoPaper(paper: Paper, { date }: Digest): string {
  const { title, authors, keywords, arxiv } = paper
  const fields = { title, date, authors, topics: keywords, link: `https://arxiv.org/abs/${arxiv?.id ?? ''}` }
  const sections = [
    ['Abstract', paper.abstract],
    ['Summary', paper.summary],
    ['Critique', paper.critique?.text],
  ] as const
  const body = sections.map(([heading, text]) => `## ${heading}\n\n${text?.markdown ?? ''}\n`)
  return `${JSON.stringify(fields)}\n\n${body.join('\n')}`
}
