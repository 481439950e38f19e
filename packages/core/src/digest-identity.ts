import type { Report } from './diagnostic.ts'
import type { FrontMatter } from './front-matter.ts'
import { quote } from './quote.ts'
import { cutTitle, longestTitle } from './title.ts'

/** What a digest is known by. */
export type DigestIdentity = {
  readonly slug: string
  readonly permalink: string
  readonly title: string
  readonly date: string
  readonly category?: string
}

type Fields = FrontMatter['fields']

/**
 * Reads title, date, permalink and category from front matter. The date is the calendar date as written;
 * a time or zone after it is passed over. The slug is the permalink's last part without `.md`, or the file's
 * name when there is no permalink. The category is read from a slug like `arxiv_cs_CL_2025-10-16_report`
 * when no `category` says it. Undefined when title, date or a safe permalink is missing.
 */
export function readIdentity(fields: Fields, file: string, report: Report): DigestIdentity | undefined {
  const title = readTitle(fields, report)
  const date = readDate(fields, report)
  const address = readPermalink(fields, file, report)
  if (title === undefined || date === undefined || address === undefined) return undefined
  const category = readCategory(fields, address.slug, report)
  return { ...address, title, date, ...(category && { category }) }
}

function readTitle(fields: Fields, report: Report): string | undefined {
  const field = fields.get('title')
  const title = field?.value.replace(/\s+/g, ' ').trim() ?? ''
  if (title.length > longestTitle)
    report({
      code: 'title-too-long',
      line: field?.line ?? 1,
      message: `The \`title\` has ${title.length} characters; ${longestTitle} are shown.`,
      hint: 'Write a short title; what is longer belongs into the overview.',
    })
  if (title !== '') return cutTitle(title)
  report({
    code: 'title-missing',
    line: field?.line ?? 1,
    message: 'The digest has no `title`.',
    hint: 'Add a line `title: "…"` to the front matter.',
  })
  return undefined
}

function readDate(fields: Fields, report: Report): string | undefined {
  const field = fields.get('date')
  if (field === undefined || field.value.trim() === '') {
    report({
      code: 'date-missing',
      line: field?.line ?? 1,
      message: 'The digest has no `date`.',
      hint: 'Add a line `date: 2025-10-16` to the front matter.',
    })
    return undefined
  }
  const [, date] = /^(\d{4}-\d{2}-\d{2})(?:$|[T\s])/.exec(field.value.trim()) ?? []
  if (date !== undefined && isCalendarDate(date)) return date
  report({
    code: 'date-invalid',
    line: field.line,
    message: `${quote(field.value)} is no calendar date.`,
    hint: 'Write year, month and day as `2025-10-16`.',
  })
  return undefined
}

function isCalendarDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

function readPermalink(
  fields: Fields,
  file: string,
  report: Report,
): { slug: string; permalink: string } | undefined {
  const field = fields.get('permalink')
  const permalink = field?.value.trim() ?? ''
  if (permalink === '') {
    const slug = toFileSlug(file)
    report({
      code: 'permalink-missing',
      line: field?.line ?? 1,
      message: `The digest has no \`permalink\`; its address is made of the file's name: \`/digests/${slug}\`.`,
      hint: `Add a line \`permalink: /digests/${slug}\`, so that the address outlives a new file name.`,
    })
    return { slug, permalink: `/digests/${slug}` }
  }
  const slug =
    permalink
      .replace(/\/+$/, '')
      .split('/')
      .at(-1)
      ?.replace(/\.(?:md|html?)$/, '') ?? ''
  if (isSafePath(permalink) && isSlug(slug)) return { slug, permalink }
  report({
    code: 'permalink-unsafe',
    line: field?.line ?? 1,
    message: `The permalink ${quote(permalink)} cannot be an address below this site.`,
    hint: 'Begin it with `/`, and use letters, digits, `-`, `_` and `.` between slashes, never `..`.',
  })
  return undefined
}

function toFileSlug(file: string): string {
  const name = file.split('/').at(-1)?.replace(/\.md$/i, '') ?? ''
  const slug = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|-+$/g, '')
  return slug === '' ? 'digest' : slug
}

function isSafePath(path: string): boolean {
  return (
    /^(?:\/[A-Za-z0-9._~-]+)+\/?$/.test(path) &&
    !path.split('/').some((part) => part === '..' || part === '.')
  )
}

function isSlug(slug: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(slug)
}

const categoryShape = /^[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]+(?:-[A-Za-z]+)*)?$/

function readCategory(fields: Fields, slug: string, report: Report): string | undefined {
  const field = fields.get('category')
  const written = field?.value.trim() ?? ''
  if (categoryShape.test(written)) return written
  if (written !== '')
    report({
      code: 'category-invalid',
      line: field?.line ?? 1,
      message: `${quote(written)} is no arXiv category.`,
      hint: 'Write it as arXiv does, such as `cs.CL` or `hep-th`.',
    })
  const [, archive, subject] = /^arxiv_([a-z]+(?:-[a-z]+)*)(?:_([A-Za-z-]+))?_\d{4}-\d{2}/.exec(slug) ?? []
  if (archive === undefined) return undefined
  return subject === undefined ? archive : `${archive}.${subject}`
}
