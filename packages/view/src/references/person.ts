/**
 * An author as reference managers sort names: `particle` is a “van der” that stands before the family name,
 * `suffix` a “Jr.” or “III”. A collaboration, a team or a single word is a `literal` that no one may split.
 */
export type Person =
  | {
      readonly family: string
      readonly given: string
      readonly particle?: string
      readonly suffix?: string
    }
  | { readonly literal: string }

// Longer than any name, and short enough for patterns that try every space of it.
const longest = 200

/** Reads a name as arXiv writes it: given names first, a suffix last, with or without a comma before it. */
export function parsePerson(name: string): Person {
  if (name.length > longest) return { literal: name.replace(/\s+/g, ' ').trim() }
  const { words, suffix } = splitSuffix(name.replace(/\s+/g, ' ').trim())
  const whole = words.join(' ')
  if (words.length < 2 || isGroup(whole)) return { literal: whole }
  const start = findFamily(words)
  const particle = takeParticles(words.slice(start, -1))
  return {
    family: words.slice(start + particle.length).join(' '),
    given: words.slice(0, start).join(' '),
    ...(particle.length > 0 && { particle: particle.join(' ') }),
    ...(suffix && { suffix }),
  }
}

/** A name in one order: `Laurens van der Maaten`, or for sorting `van der Maaten, Laurens`. */
export function formatPerson(person: Person, order: 'given first' | 'family first'): string {
  if ('literal' in person) return person.literal
  const family = [person.particle, person.family].filter(Boolean).join(' ')
  const parts = order === 'given first' ? [`${person.given} ${family}`] : [family, person.given]
  return [...parts, ...(person.suffix ? [person.suffix] : [])].join(order === 'given first' ? ' ' : ', ')
}

function splitSuffix(name: string): { words: string[]; suffix?: string } {
  const [, rest, suffix] = /^(.+ .+?),? (Jr\.?|Sr\.?|II|III|IV)$/.exec(name) ?? []
  return rest === undefined || suffix === undefined
    ? { words: name.split(' ') }
    : { words: rest.split(' '), suffix }
}

// Case counts: “Ai” is a family name.
const groups =
  /\b(?:[Cc]ollaborations?|[Cc]onsortium|[Tt]eam|[Gg]roup|[Pp]roject|[Ii]nitiative|Labs?|Laboratory|Institute|University|[Cc]ommittee|[Cc]ommunity|Organi[sz]ation|Foundation|Alliance|Association|Society|Inc|Ltd|AI|Research)\.?\)?$/

function isGroup(name: string): boolean {
  return groups.test(name) || /^(?:the|for) |\d|[)\]&]$| (?:and|&|of|for) /i.test(name)
}

const particles = new Set(
  "af al av bin d da dal dalla de degli dei del della den der des di do dos du el het ibn la las le los te ten ter tho to van vande vanden vander von vom y zu zum zur ’t 't".split(
    ' ',
  ),
)
const capitalParticles = new Set(['Van', 'Von', 'De', 'Del', 'Della', 'Der', 'Den', 'St.'])
// In Vietnamese names `Van` is a middle name: Hung Van Nguyen.
const vietnamese = new Set(
  'Bui Cao Dang Dao Dinh Do Doan Duong Ha Ho Hoang Huynh Lam Le Luong Ly Mai Ngo Nguyen Pham Phan Phung Ta To Tran Trinh Truong Vo Vu'.split(
    ' ',
  ),
)

/** Where the family name begins: at the first particle after a given name, else at the last word. */
function findFamily(words: readonly string[]): number {
  const last = words.at(-1) ?? ''
  const start = words.findIndex(
    (word, index) =>
      index > 0 &&
      index < words.length - 1 &&
      (particles.has(word) || (capitalParticles.has(word) && !vietnamese.has(last))),
  )
  return start < 0 ? words.length - 1 : start
}

/** The small words at the start; a capital `Van` belongs to the family name itself. */
function takeParticles(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word) => !particles.has(word))
  return end < 0 ? words : words.slice(0, end)
}
