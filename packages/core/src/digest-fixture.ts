import type { Digest, Paper } from './schema.ts'

/** A digest for tests: the least there can be, with what the test is about. */
export function digestOf(about: Partial<Digest> & Pick<Digest, 'slug'>): Digest {
  return {
    permalink: `/digests/${about.slug}`,
    title: about.slug,
    date: '2025-10-16',
    category: 'cs.CL',
    fields: {},
    sections: [],
    papers: [],
    source: { file: `${about.slug}.md`, sha256: '0'.repeat(64) },
    ...about,
  }
}

/** A paper for tests, by its arXiv id. */
export function paperOf(id: string, about: Partial<Paper> = {}): Paper {
  const lists = { authors: [], keywords: [], labels: [], sections: [] }
  return { title: `Paper ${id}`, arxiv: { id, version: 1 }, ...lists, pleasantries: {}, line: 10, ...about }
}
