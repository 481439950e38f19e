import matter from 'gray-matter'
import MarkdownIt from 'markdown-it'

const markdown = new MarkdownIt({ html: false })

/** The least a Markdown site does with a file: front matter and tokens, nothing read out of them. */
export function parseFloor(text: string): number {
  // Given options, gray-matter leaves its cache alone, which would make the second round free.
  const { data, content } = matter(text, {})
  return Object.keys(data).length + markdown.parse(content, {}).length
}
