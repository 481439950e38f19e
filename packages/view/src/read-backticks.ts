import { keep, type TexStep } from './tex-step.ts'

/** A code span stays as it is; TeX's quotes (``like this'' and `this') become those of print. */
export function readBackticks(text: string, at: number, translate: (tex: string) => string): TexStep {
  const length = runLength(text, at)
  const close = findRun(text, at + length, length)
  const quote = length === 2 ? text.indexOf("''", at + 2) : -1
  if (quote > at + 2 && (close < 0 || quote < close) && /\S/.test(text[at + 2] ?? '')) {
    return { markdown: `“${translate(text.slice(at + 2, quote))}”`, end: quote + 2 }
  }
  if (close >= 0) return keep(text, at, close + length - at)
  const single = length === 1 ? /^`(?=\S)([^`'\n]*)'(?!\p{L})/u.exec(text.slice(at)) : null
  if (single === null) return keep(text, at, length)
  return { markdown: `‘${translate(single[1] ?? '')}’`, end: at + single[0].length }
}

function runLength(text: string, at: number): number {
  let end = at
  while (text[end] === '`') end++
  return end - at
}

/** The place of the next run of exactly so many backticks, or -1. */
function findRun(text: string, from: number, length: number): number {
  for (let at = text.indexOf('`', from); at >= 0; ) {
    const found = runLength(text, at)
    if (found === length) return at
    at = text.indexOf('`', at + found)
  }
  return -1
}
