/**
 * Where a recipient's own addresses go in a sealed mail. Delivery replaces them; they are pure ASCII and need
 * no escaping in HTML, in a URL or in quoted-printable, so that they can be replaced in the encoded bytes.
 */
export const placeholders = {
  leave: 'XXLEAVEADDRESSXX',
  preferences: 'XXPREFERENCESADDRESSXX',
  confirm: 'XXCONFIRMADDRESSXX',
} as const

export type PersonalAddress = keyof typeof placeholders

export type PersonalAddresses = Readonly<Record<PersonalAddress, string>>

/** A text with the recipient's addresses in the place of the placeholders. */
export function fillPersonal(text: string, addresses: PersonalAddresses): string {
  return text.replace(
    /XX(LEAVE|PREFERENCES|CONFIRM)ADDRESSXX/g,
    (placeholder) => addresses[names.get(placeholder) ?? 'leave'],
  )
}

const names = new Map<string, PersonalAddress>([
  [placeholders.leave, 'leave'],
  [placeholders.preferences, 'preferences'],
  [placeholders.confirm, 'confirm'],
])

/** An author's text that holds no placeholder any more: it could carry a reader's own address to elsewhere. */
export function withoutPlaceholders(text: string): string {
  return text.includes('ADDRESSXX') ? text.replaceAll('ADDRESSXX', 'ADDRESS XX') : text
}
