import type { Report } from './diagnostic.ts'
import { placeAt } from './place-at.ts'

// A digest may not steer a terminal, an XML parser or the direction of the text around it.
const forbidden = /[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]--[\n\t]]/v
const allForbidden = new RegExp(forbidden, 'gv')
const maximumReports = 10

const kinds = [
  [/[\u202a-\u202e\u2066-\u2069]/, 'turns the direction of the text around it'],
  [/\p{Cs}/u, 'is half a character'],
  [/\p{Cc}/u, 'is a control character'],
  [/./u, 'is no character'],
] as const

/**
 * Reports control characters (all but tab and line feed), bidirectional overrides and isolates, and
 * noncharacters, the first ten of them each at its place. True when there were any.
 */
export function reportControlCharacters(text: string, report: Report): boolean {
  if (!forbidden.test(text)) return false
  for (const { 0: character, index } of text.matchAll(allForbidden).take(maximumReports)) {
    report({
      code: 'control-character',
      ...placeAt(text, index),
      message: `Here stands ${describeControlCharacter(character)}.`,
      hint: 'Delete it; an editor that shows invisible characters helps to find it.',
    })
  }
  return true
}

/** Words for the first forbidden character of a text, or undefined when there is none. */
export function findControlCharacter(text: string): string | undefined {
  const [character] = forbidden.exec(text) ?? []
  return character === undefined ? undefined : describeControlCharacter(character)
}

function describeControlCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const kind = kinds.find(([pattern]) => pattern.test(character))?.[1]
  return `\`U+${code}\`, which nobody sees and which ${kind}`
}
