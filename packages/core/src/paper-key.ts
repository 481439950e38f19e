import type { Paper } from './schema.ts'
import { toSlug } from './slug.ts'

/**
 * What a paper is known by in the archive and in addresses: its arXiv id without version, with `-` for the
 * slash of an id from before 2007, or a slug of its title when it has no id.
 */
export function toPaperKey({ arxiv, title }: Pick<Paper, 'arxiv' | 'title'>): string {
  return arxiv === undefined ? toSlug(title) : arxiv.id.replace('/', '-')
}
