import { escapeHtml } from '@broadsheet/view'
import type { Markup } from './markup.ts'

/** Compiled markup cut at its slots: `literals` is one longer than `slots`. */
export type Slotted<Name extends string> = {
  readonly literals: readonly string[]
  readonly slots: readonly Name[]
}

export type SlotValues<Name extends string> = Readonly<Record<Name, string | Markup>>

/**
 * Cuts compiled markup at its slots, written `{{name}}`. Every name must stand in the markup and nothing else
 * may: a misspelt slot is a bug and throws.
 */
export function parseSlots<Name extends string>(markup: string, names: readonly Name[]): Slotted<Name> {
  const found = [...markup.matchAll(/\{\{([a-zA-Z]*)\}\}/g)].map(([, name]) => name)
  const slots = found.map((name) => {
    const known = names.find((candidate) => candidate === name)
    if (known === undefined) throw new Error(`The mail template has an unknown slot {{${name}}}.`)
    return known
  })
  const missing = names.find((name) => !slots.includes(name))
  if (missing !== undefined) throw new Error(`The mail template has no slot {{${missing}}}.`)
  return { literals: markup.split(/\{\{[a-zA-Z]*\}\}/), slots }
}

/** Markup with its slots filled: text is escaped, Markup kept. Slots inside a value are text like any other. */
export function fillSlots<Name extends string>(part: Slotted<Name>, values: SlotValues<Name>): string {
  let html = part.literals[0] ?? ''
  for (const [index, name] of part.slots.entries()) {
    const value = values[name]
    html += (typeof value === 'string' ? escapeHtml(value) : value.html) + (part.literals[index + 1] ?? '')
  }
  return html
}
