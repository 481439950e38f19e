/**
 * Text in letters that the fonts of pictures have: raised and lowered ones stand on the line, and emoji and
 * scripts other than Latin, Greek and Cyrillic fall away rather than become empty boxes.
 */
export function toDrawableText(text: string): string {
  return text
    .replace(/[\u2070-\u209c\u1d2c-\u1d6a\u2c7c\u2c7d]/gu, (letter) => letter.normalize('NFKC'))
    .replace(/\p{Extended_Pictographic}|[^\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Common}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}
