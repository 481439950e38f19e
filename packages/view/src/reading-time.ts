const wordsPerMinute = 230
const charactersPerMinute = 500

/** Minutes that texts take to read, at least one; scripts without spaces are counted by character. */
export function toReadingMinutes(texts: readonly string[]): number {
  let minutes = 0
  for (const text of texts) {
    minutes += countWords(text) / wordsPerMinute + countCharacters(text) / charactersPerMinute
  }
  return Math.max(1, Math.round(minutes))
}

/** What a character is to a word, in two bits: `test-time`, `isn’t` and `0.5` are one word each. */
const roles = { space: 1, letter: 2, joint: 3 } as const

// All that an archive says is counted here, so a character is looked up and takes no branch of its own.
const known = new Uint8Array(0x110000)
const beginnings = Uint8Array.from({ length: 64 }, (_, last) => Number(beginsWord(last)))

function countWords(text: string): number {
  let found = 0
  let last = 0
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0
    at += code > 0xffff ? 2 : 1
    last = ((last << 2) | (known[code] || learnRole(code))) & 63
    found += beginnings[last] ?? 0
  }
  return found
}

/** Whether a word begins with the last of three characters, told by their roles. */
function beginsWord(last: number): boolean {
  const [first, second, third] = [last >> 4, (last >> 2) & 3, last & 3]
  const goesOn = second === roles.letter || (second === roles.joint && first === roles.letter)
  return third === roles.letter && !goesOn
}

function learnRole(code: number): number {
  const character = String.fromCodePoint(code)
  const isLetter = /[\p{L}\p{N}]/u.test(character)
  const role = isLetter ? roles.letter : /['’.-]/.test(character) ? roles.joint : roles.space
  known[code] = role
  return role
}

const character = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu

/** Without a list of what was found. */
function countCharacters(text: string): number {
  let found = 0
  character.lastIndex = 0
  while (character.test(text)) found++
  return found
}
