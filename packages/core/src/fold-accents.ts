// Latin letters that Unicode does not take apart into a letter and an accent.
const letters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ı: 'i',
    ħ: 'h',
    ŧ: 't',
  }),
)

const isAscii = /^[\0-\u007f]*$/

/** Lower case without the accents of Latin and Greek letters; other scripts keep their marks. */
export function foldAccents(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase()
  const bare = text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '')
  // Most names are ASCII now.
  if (isAscii.test(bare)) return bare.toLowerCase()
  return bare
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßæœøłđðþıħŧ]/g, (letter) => letters.get(letter) ?? letter)
}
