import { z } from 'zod'
import { isRfc3339 } from './check-instant.ts'
import { expectThat } from './expect-that.ts'

const text = z.string().min(1)
const address = z.url({ protocol: /^https?$/ })
const instant = z.string().refine(isRfc3339)

const Author = z
  .strictObject({ name: text.optional(), url: address.optional(), avatar: address.optional() })
  .refine((author) => Object.keys(author).length > 0)

const Item = z
  .strictObject({
    id: text,
    url: address.optional(),
    external_url: address.optional(),
    title: z.string().optional(),
    content_html: z.string().optional(),
    content_text: z.string().optional(),
    summary: z.string().optional(),
    image: address.optional(),
    banner_image: address.optional(),
    date_published: instant.optional(),
    date_modified: instant.optional(),
    authors: z.array(Author).optional(),
    tags: z.array(text).optional(),
    language: text.optional(),
  })
  .refine((item) => item.content_html !== undefined || item.content_text !== undefined)

/** JSON Feed 1.1; `author` is left out, since 1.1 took it away. */
const JsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: address.optional(),
  feed_url: address.optional(),
  description: z.string().optional(),
  user_comment: z.string().optional(),
  next_url: address.optional(),
  icon: address.optional(),
  favicon: address.optional(),
  authors: z.array(Author).optional(),
  language: text.optional(),
  expired: z.boolean().optional(),
  hubs: z.array(z.strictObject({ type: text, url: address })).optional(),
  items: z.array(Item),
})

export type JsonFeed = z.infer<typeof JsonFeed>

/** What breaks JSON Feed 1.1; nothing when it is valid. @see https://www.jsonfeed.org/version/1.1/ */
export function checkJsonFeed(json: string): readonly string[] {
  const result = JsonFeed.safeParse(JSON.parse(json))
  if (!result.success) return result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  const { items, next_url: next, feed_url: self } = result.data
  return [
    ...expectThat(new Set(items.map(({ id }) => id)).size === items.length, 'ids differ'),
    ...expectThat(next === undefined || next !== self, 'next_url is another document'),
  ]
}

/** Reads a document that is valid. */
export function readJsonFeed(json: string): JsonFeed {
  return JsonFeed.parse(JSON.parse(json))
}
