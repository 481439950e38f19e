import type { RichText } from './schema.ts'

const greeting = /^(?:(?:of course|certainly|sure|sure thing|absolutely|okay|ok|great)[.,!]\s*)+/i
const subject =
  /\b(?:summary|critique|analysis|assessment|commentary|overview|review|evaluation|breakdown|tl;dr|strengths and (?:its )?weaknesses)\b/i
const opening = /^(?:here(?:'s|’s| is| are)\b|below (?:is|are)\b|based on (?:the|this|these) )/i
const longest = 400
const edgeRule = /^(?:[ \t]*\n|[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*\n)+/

/**
 * Tells what a machine said to its operator (“Of course. Here is a critique of the paper …”) from the text
 * that follows. Only a first line that is nothing but such an announcement is taken; a greeting in front of
 * real text is taken alone. A text that consists of the announcement only is kept as it is.
 */
export function splitPleasantry(text: RichText): { readonly pleasantry?: string; readonly text: RichText } {
  const end = text.markdown.indexOf('\n')
  const first = end < 0 ? text.markdown : text.markdown.slice(0, end)
  const after = end < 0 ? '' : text.markdown.slice(end + 1)
  const rest = after.slice(edgeRule.exec(after)?.[0].length ?? 0)
  if (rest !== '' && isAnnouncement(first)) {
    const skipped = text.markdown.slice(0, text.markdown.length - rest.length).split('\n').length - 1
    return { pleasantry: first.trim(), text: { markdown: rest, line: text.line + skipped } }
  }
  const hello = greeting.exec(first)?.[0] ?? ''
  if (hello === '' || first.length === hello.length) return { text }
  return { pleasantry: hello.trim(), text: { ...text, markdown: text.markdown.slice(hello.length) } }
}

function isAnnouncement(line: string): boolean {
  const text = line.trim().replace(/^[*_]+|[*_]+$/g, '')
  if (text.length > longest || !/[.:!"”)]$/.test(text)) return false
  const said = text.replace(greeting, '')
  if (said === '') return true
  return opening.test(said) && subject.test(said) && !/[.:!]\s+\p{Lu}/u.test(withoutQuotes(said))
}

/** Titles in quotes may hold colons and full stops; they are not sentences of their own. */
function withoutQuotes(text: string): string {
  return text.replace(/"[^"]*"|“[^”]*”|\*[^*]*\*/g, '')
}
