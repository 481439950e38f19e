/** A piece of a formula in words, and how it wants to stand beside its neighbours. */
export type MathAtom = {
  readonly text: string
  readonly spacing: 'close' | 'word' | 'script' | 'operator' | 'relation' | 'space'
}

/**
 * Writes atoms one after another: relations with a space on both sides, operators so when the author spaced
 * one of them, function names apart from letters beside them.
 */
export function joinAtoms(atoms: readonly MathAtom[]): string {
  let text = ''
  for (const [index, atom] of atoms.entries()) {
    if (atom.text === '') continue
    const next = atoms[index + 1]
    const space = wantsSpaceBefore(atom, text, next) && text !== '' && !text.endsWith(' ')
    text += `${space ? ' ' : ''}${atom.text}${wantsSpaceAfter(atom, text, next) ? ' ' : ''}`
  }
  return text
}

function wantsSpaceBefore(atom: MathAtom, before: string, next: MathAtom | undefined): boolean {
  if (atom.spacing === 'relation') return next !== undefined
  if (atom.spacing === 'operator') return next?.spacing === 'space'
  return atom.spacing === 'word' && /[\p{L}\p{N})\]]\p{M}*$/u.test(before)
}

function wantsSpaceAfter(atom: MathAtom, before: string, next: MathAtom | undefined): boolean {
  if (next === undefined || next.spacing === 'space') return false
  if (atom.spacing === 'relation') return before !== ''
  if (atom.spacing === 'operator') return before.endsWith(' ') && before.trim() !== ''
  return (atom.spacing === 'word' || atom.spacing === 'script') && /^[\p{L}\p{N}]/u.test(next.text)
}
