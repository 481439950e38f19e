import { hash } from 'node:crypto'
import { foldAccents } from './fold-accents.ts'

const maximumLength = 80

// Letters with a Latin name, and signs that tell names apart.
const replacements: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta' },
    ...{ ι: 'iota', κ: 'kappa', λ: 'lambda', μ: 'mu', ν: 'nu', ξ: 'xi', ο: 'omicron', π: 'pi', ρ: 'rho' },
    ...{ σ: 'sigma', ς: 'sigma', τ: 'tau', υ: 'upsilon', φ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega' },
    ...{ '+': '-plus-', '#': '-sharp-', '&': '-and-', '×': 'x' },
  }),
)

const replaced = new RegExp(`[${[...replacements.keys()].join('')}]`, 'gu')

// Most names are such words, and need no more looks.
const plainName = /^[a-z0-9]+(?:[ -][a-z0-9]+)*$/

/**
 * The part of an address made of a name: lower-case ASCII letters and digits with single hyphens, at least
 * one. A name with letters that have no such form, or too long for an address, ends in a hash of itself.
 */
export function toSlug(name: string): string {
  const folded = foldAccents(name)
  if (plainName.test(folded) && folded.length <= maximumLength) return folded.replaceAll(' ', '-')
  const ascii = folded.replace(replaced, (character) => replacements.get(character) ?? character)
  const slug = trimHyphens(ascii.replace(/['’]/g, '').replace(/[^a-z0-9]+/g, '-'))
  const isWhole = slug !== '' && slug.length <= maximumLength && !/(?![a-z0-9])[\p{L}\p{N}]/u.test(ascii)
  if (isWhole) return slug
  return trimHyphens(
    `${trimHyphens(slug.slice(0, maximumLength))}-${hash('sha256', folded, 'hex').slice(0, 8)}`,
  )
}

/** Makes slugs unique in the order they are asked for: the second `c` becomes `c-2`. */
export function makeSlugsUnique(): (slug: string) => string {
  const times = new Map<string, number>()
  const toUnique = (slug: string): string => {
    const time = (times.get(slug) ?? 0) + 1
    times.set(slug, time)
    return time === 1 ? slug : toUnique(`${slug}-${time}`)
  }
  return toUnique
}

function trimHyphens(text: string): string {
  return text.replace(/^-+|-+$/g, '')
}
