import type { Digest } from '@broadsheet/core'
import { formatDate, paths, toUrl, type ViewContext } from '@broadsheet/view'

/** How many of the newest digests are named; the data lists all. */
const newest = 30

/**
 * `llms.txt`: what the site is and where a program finds it as Markdown and as data.
 * @see https://llmstxt.org/
 */
export function renderLlms({ archive, config }: ViewContext): string {
  const link = (name: string, path: string, words: string) => `- [${name}](${toUrl(config, path)}): ${words}`
  return [
    `# ${config.title}`,
    `> ${config.description}`,
    'Every page of a digest or a paper is also there as Markdown: put `.md` after its address in place of the slash.',
    '## Newest digests',
    archive.digests
      .slice(0, newest)
      .map((digest) =>
        link(toName(digest, config.language), paths.digestMarkdown(digest.slug), describe(digest)),
      )
      .join('\n'),
    '## Data',
    [
      link('Index', paths.apiIndex, 'every digest, and where everything else is'),
      link('Papers', paths.apiPapers, `${archive.papers.size} papers, one JSON object a line`),
      link('Topics', paths.apiTopics, 'topics that recur, with their papers'),
      link('Schema', paths.apiSchema, 'JSON Schema of a digest'),
    ].join('\n'),
    '## Optional',
    [
      link('RSS', paths.feed(paths.home, 'rss.xml'), 'new digests'),
      link('Papers by feed', paths.feed(paths.papers, 'rss.xml'), 'new papers'),
      link('About', paths.about, 'how this is made'),
    ].join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}

function toName({ date, category }: Digest, language: string): string {
  const words = formatDate(date, language, 'long')
  return category === undefined ? words : `${words}, ${category}`
}

function describe({ papers }: Digest): string {
  return `${papers.length} ${papers.length === 1 ? 'paper' : 'papers'}`
}
