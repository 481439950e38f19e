/** The end of the line before a run, and the one character after it (empty at the end of the line). */
type Around = { readonly before: string; readonly after: string }

// What may follow an accented letter in right text: punctuation that ends a word, signs set at a word's
// end, and letters that Windows-1252 keeps among its signs. Anything else is odd.
const breaks = '…‘’“”–—‹›«»•·\u00a0\u00ad'
const marks = '™©®ªº¹²³°§†‡±'
const letters = 'ŠšŽžŒœ'

const mates = { '”': '“', '“': '„', '»': '«', '›': '‹' } as const

/**
 * Whether right text cannot hold this run of damaged sequences, each one character of UTF-8 as Windows-1252
 * shows it. A word may end in an accented letter and be followed by closing marks: `café”…`, `CAFÉ—`,
 * `« été »`, `„groß“`, `též…`, `20 Å²`, `2×–3×`. All these decode as UTF-8 by chance and are right.
 */
export function isSurelyDamaged(sequences: readonly string[], around: Around): boolean {
  if (sequences.some((sequence) => /[\u0080-\u009f]/.test(sequence))) return true
  const [first = '', second] = sequences
  if (second !== undefined) return sequences.some(isUnlikeWordEnd) || sequences.every(isLatinLead)
  return first.length === 2 ? isSurePair(first, around) : isSureTriple(first, around)
}

function isUnlikeWordEnd(sequence: string): boolean {
  return !isAll(sequence.slice(1), breaks)
}

/** Text damaged twice is full of `Ã` and `Â`, each followed by a sign. */
function isLatinLead(sequence: string): boolean {
  return /^[ÂÃ]/.test(sequence)
}

function isAll(text: string, characters: string): boolean {
  return [...text].every((character) => characters.includes(character))
}

/** Three or four characters that begin with a small letter, for a sign, an ideograph or an emoji. */
function isSureTriple(sequence: string, { after }: Around): boolean {
  const trail = sequence.slice(1)
  // No common language ends a word in `â`, the first letter of all damaged dashes, quotes, arrows and signs.
  if (sequence.startsWith('â')) return !isAll(trail, breaks)
  // Vietnamese vowels, as in `Nguyá»…n`.
  if (/^á[º»][^–—’”\u00a0]/.test(sequence) && isLetter(after)) return true
  return !isAll(trail, breaks + marks + letters)
}

/** Two characters that begin with a capital letter, for an accented, Greek or Cyrillic letter or a sign. */
function isSurePair(sequence: string, around: Around): boolean {
  const pair = { lead: sequence.charAt(0), trail: sequence.charAt(1), ...around }
  if ('ÉÊËÌ'.includes(pair.lead)) return isSureAfterCommonLetter(pair)
  return 'ÂÃÄÅÆÇÈÎÏÐÑ'.includes(pair.lead) && rules.some((rule) => rule(pair))
}

type Pair = Around & { readonly lead: string; readonly trail: string }

/** `É` and its kin end words in capitals so often that only what no word can hold is sure. */
function isSureAfterCommonLetter({ trail, before }: Pair): boolean {
  if (breaks.includes(trail)) return false
  return /[a-z]$/.test(before) || !(marks + letters).includes(trail)
}

const rules: readonly ((pair: Pair) => boolean)[] = [
  // An odd sign right after a letter: `MÃ¼ller`, `Ã‰tude`, `2Ï€`.
  ({ trail }) => !(breaks + marks).includes(trail),
  // A capital right after a small letter: `cafÃ©`, `są` as `sÄ…`, `mÃ—n`; but 50 mÅ–100 mÅ are lengths.
  ({ lead, trail, before }) => /[a-z]$/.test(before) && !(lead === 'Å' && '…–—·±²³\u00a0'.includes(trail)),
  // A capital right after a digit: `1.6Ã—`, `5Â°`. The sign Å may follow one.
  ({ lead, before }) => /\d$/.test(before) && 'ÂÃÎÏ'.includes(lead),
  // A sign or quotation mark that sticks to the letters on both sides: `RÃ©nyi`, `Å»uk`, `PÃ“LYA`.
  ({ trail, after }) => `${marks}“”‘«»‹›`.includes(trail) && isLetter(after),
  // Capitals that hardly any word ends in, before a sign: `RÂ²`, `(Î³)`; but `HÂLÂ²` may be right.
  ({ lead, trail, before }) =>
    'ÂÎÏ'.includes(lead) && marks.includes(trail) && !/(?:[A-Za-z]|[^\0-\u007f])[A-Z]$/.test(before),
  // A closing mark that nothing opened: `Î»-calculus`, `Î” t`.
  ({ lead, trail, before }) => 'ÎÏ'.includes(lead) && !/[A-Z]$/.test(before) && isUnopened(trail, before),
  // A lone `Ã`, which is no word: `3 Ã— 4`, `Ã–sterreich`, `Ã©`, `Ã la carte`.
  ({ lead, trail, before, after }) => lead === 'Ã' && !/[A-Z]$/.test(before) && isAfterLone(trail, after),
  // A lone `Â`, save the letter itself before a French colon: `5 %` as `5Â %`.
  ({ lead, before, after }) => lead === 'Â' && !/[A-Z]$/.test(before) && !/[:;!?]/.test(after),
]

function isLetter(character: string): boolean {
  return /^[A-Za-z]$/.test(character)
}

function isUnopened(mark: string, before: string): boolean {
  if (mark === '·') return true
  return Object.entries(mates).some(([close, open]) => close === mark && !before.includes(open))
}

function isAfterLone(trail: string, after: string): boolean {
  if (marks.includes(trail)) return true
  if (trail === '\u00a0') return after === ' '
  if (/[–…]/.test(trail)) return /[a-z]/.test(after)
  return /[—·]/.test(trail) && !isLetter(after)
}
