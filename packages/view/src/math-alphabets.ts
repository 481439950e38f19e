/** Alphabets of mathematics by their MathML name: first capital, first small letter, first digit in Unicode. */
const alphabets: Readonly<Record<string, { upper: number; lower: number; digit?: number; holes?: string }>> =
  {
    bold: { upper: 0x1d400, lower: 0x1d41a, digit: 0x1d7ce },
    'bold-italic': { upper: 0x1d468, lower: 0x1d482, digit: 0x1d7ce },
    script: { upper: 0x1d49c, lower: 0x1d4b6, holes: 'BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ' },
    'bold-script': { upper: 0x1d4d0, lower: 0x1d4ea },
    fraktur: { upper: 0x1d504, lower: 0x1d51e, holes: 'CℭHℌIℑRℜZℨ' },
    'double-struck': { upper: 0x1d538, lower: 0x1d552, digit: 0x1d7d8, holes: 'CℂHℍNℕPℙQℚRℝZℤ' },
    'sans-serif': { upper: 0x1d5a0, lower: 0x1d5ba, digit: 0x1d7e2 },
    'bold-sans-serif': { upper: 0x1d5d4, lower: 0x1d5ee, digit: 0x1d7ec },
    'sans-serif-italic': { upper: 0x1d608, lower: 0x1d622 },
    monospace: { upper: 0x1d670, lower: 0x1d68a, digit: 0x1d7f6 },
  }

const greek: Readonly<Record<string, { upper: number; lower: number }>> = {
  bold: { upper: 0x1d6a8, lower: 0x1d6c2 },
  'bold-italic': { upper: 0x1d71c, lower: 0x1d736 },
}

/**
 * Text in an alphabet of mathematics: `L` in `script` is `ℒ`. Browsers dropped MathML's `mathvariant`, and
 * plain text never had it. Characters that the alphabet lacks stay as they are.
 * @see https://www.w3.org/TR/mathml-core/#the-mathvariant-attribute
 */
export function toMathAlphabet(text: string, name: string): string {
  return alphabets[name] === undefined ? text : [...text].map((letter) => toLetter(letter, name)).join('')
}

function toLetter(letter: string, name: string): string {
  const alphabet = alphabets[name]
  const hole = alphabet?.holes?.indexOf(letter) ?? -1
  if (alphabet?.holes !== undefined && hole >= 0) return alphabet.holes.charAt(hole + 1) || letter
  return (
    shift(letter, 'A', 'Z', alphabet?.upper) ??
    shift(letter, 'a', 'z', alphabet?.lower) ??
    shift(letter, '0', '9', alphabet?.digit) ??
    shift(letter, 'Α', 'Ω', greek[name]?.upper) ??
    shift(letter, 'α', 'ω', greek[name]?.lower) ??
    letter
  )
}

function shift(letter: string, first: string, last: string, to: number | undefined): string | undefined {
  if (to === undefined || letter < first || letter > last || letter.length > 1) return undefined
  return String.fromCodePoint(to + letter.charCodeAt(0) - first.charCodeAt(0))
}
